import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';

const { layers } = tf;
// A unit that relu nearly silences has a variance near 1e-5: at that epsilon its scale leaks, at this one it does not.
const epsilon = 1e-8;

const unary: Readonly<Record<string, () => tf.layers.Layer>> = {
  dense: () => layers.dense({ units: 6, useBias: false }),
  'dense with bias': () => layers.dense({ units: 6 }),
  'dense with bias and relu': () => layers.dense({ units: 6, activation: 'relu' }),
  'dense and tanh': () => layers.dense({ units: 6, activation: 'tanh' }),
  'leaky relu': () => layers.leakyReLU({ alpha: 0.5 }),
  dropout: () => layers.dropout({ rate: 0.1 }),
  'parametric relu': () => layers.prelu(),
  'batch norm': () => layers.batchNormalization({ epsilon }),
  'layer norm': () => layers.layerNormalization({ epsilon }),
};

const binary: Readonly<Record<string, () => tf.layers.Layer>> = {
  add: () => layers.add(),
  average: () => layers.average(),
  maximum: () => layers.maximum(),
  multiply: () => layers.multiply(),
  concatenate: () => layers.concatenate(),
};

/** One layer of a random graph: its kind and which of the tensors before it, counted back, it takes. */
export interface Step {
  readonly kind: string;
  readonly from: number;
  readonly and?: number;
}

const back = fc.integer({ min: 0, max: 2 });

/** Random graphs of one to six layers. */
export const graphs: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom(...Object.keys(unary)), from: back }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom(...Object.keys(binary)), from: back, and: back }),
    },
  ),
  { minLength: 1, maxLength: 6 },
);

/** The model of a graph: a kernel at the start, every step on tensors six wide, the last tensor into a head of two. */
export function modelOf(graph: readonly Step[]): tf.LayersModel {
  const input = tf.input({ shape: [5] });
  const tensors = [layers.dense({ units: 6, useBias: false }).apply(input) as tf.SymbolicTensor];
  const counted = (steps: number): tf.SymbolicTensor =>
    tensors[Math.max(0, tensors.length - 1 - steps)] as tf.SymbolicTensor;
  for (const { kind, from, and } of graph) {
    const output =
      and === undefined
        ? unary[kind]!().apply(counted(from))
        : binary[kind]!().apply([counted(from), counted(and)]);
    tensors.push((kind === 'concatenate' ? narrowed(output) : output) as tf.SymbolicTensor);
  }
  const head = layers.dense({ units: 2, name: 'head' }).apply(counted(0));
  return tf.model({ inputs: input, outputs: head as tf.SymbolicTensor });
}

/** Twelve concatenated channels, normalized one by one and brought back to six. */
const narrowed = (wide: tf.SymbolicTensor | tf.SymbolicTensor[] | tf.Tensor | tf.Tensor[]) =>
  layers.dense({ units: 6, useBias: false }).apply(layers.batchNormalization({ epsilon }).apply(wide));
