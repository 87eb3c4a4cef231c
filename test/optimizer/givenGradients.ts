import * as tf from '@tensorflow/tfjs';
import { seededNormal } from './seededNormal.js';

/** Two kernels that scale, and what trains beside them: five vectors and a matrix. */
export const shapes = {
  kernels: [
    [4, 5],
    [3, 4],
  ],
  others: [[5], [4], [3], [6], [4, 3], [7]],
} as const;

const size = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);

/** Variables at a seeded point, with the numbers that they start from. */
export function seededVariables(scale = 1) {
  const normal = seededNormal(7);
  const made = (shape: readonly number[], name: string, factor: number) => {
    const values = normal(size(shape)).map((value) => Math.fround(value * factor));
    return { values, variable: tf.variable(tf.tensor(values, [...shape]), true, `${name}/${nextName()}`) };
  };
  return {
    kernels: shapes.kernels.map((shape) => made(shape, 'kernel', scale)),
    others: shapes.others.map((shape) => made(shape, 'other', 1)),
  };
}

let names = 0;
const nextName = (): number => (names += 1);

/** The gradients of each step for variables of those shapes: normal numbers times `scale`. */
export function seededGradients(scale: number) {
  const normal = seededNormal(11);
  return () => ({
    kernels: shapes.kernels.map((shape) => normal(size(shape)).map((value) => Math.fround(value * scale))),
    others: shapes.others.map((shape) => normal(size(shape)).map((value) => Math.fround(value * 0.1))),
  });
}

/** Hands gradients to an optimizer as minimize does. */
export function applyGiven(
  optimizer: tf.Optimizer,
  variables: readonly tf.Variable[],
  gradients: readonly (readonly number[] | null)[],
): void {
  const named = variables.map((variable, i) => {
    const values = gradients[i];
    return {
      name: variable.name,
      tensor: (values == null ? null : tf.tensor([...values], variable.shape)) as tf.Tensor,
    };
  });
  optimizer.applyGradients(named);
  tf.dispose(named.map(({ tensor }) => tensor));
}

/** The numbers of variables. */
export async function valuesOf(variables: readonly tf.Variable[]): Promise<number[][]> {
  return Promise.all(variables.map(async (variable) => Array.from(await variable.data())));
}
