import * as tf from '@tensorflow/tfjs';
import type { SavedController, ScheduleConfig } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import type { SavedAccumulation } from './savedAccumulation.js';
import type { HeldVelocity } from './parameterGroup.js';
import type { WindowCount } from './windowCount.js';

/**
 * What is saved of an optimizer beside its tensors: plain JSON with camel-cased keys, since tfjs camel-cases keys and text
 * on loading. Variables are named by their position, since loading renames them.
 */
export interface SavedConfig {
  readonly controller: SavedController;
  readonly others: Readonly<Record<string, number | ScheduleConfig>> | 'frozen';
  readonly radii: 'global' | 'perLayer';
  /** The scale-invariant groups by position; null while they are not known. */
  readonly groups: readonly (readonly number[])[] | null;
  /** The names that the user gave for them, where the groups are not known; null where none were given. */
  readonly invariant: readonly { readonly name: string }[] | null;
  /** The shapes of all variables by position; null before the first step. */
  readonly shapes: readonly (readonly number[])[] | null;
  /** The window not read yet. */
  readonly window: WindowCount;
  /** Where gradients are accumulated. */
  readonly accumulation?: SavedAccumulation;
}

/** The tensors of a saved optimizer, kept until its first step binds them. */
export interface SavedTensors {
  readonly velocities: ReadonlyMap<number, HeldVelocity>;
  readonly sums: tf.Tensor1D | null;
}

const prefix = 'ThermoSGD';
const sumsName = `${prefix}/sums`;

/** A tensor with the name it is saved under, as tfjs's optimizers give and take. */
export interface NamedTensor {
  readonly name: string;
  readonly tensor: tf.Tensor;
}

/** The tensors to save, under names no weight of a model has. */
export function namedTensors({ velocities, sums }: SavedTensors): NamedTensor[] {
  const named = [...velocities].flatMap(([position, { tensor, scale }]) => [
    { name: `${prefix}/velocity/${position}`, tensor: tf.clone(tensor) },
    { name: `${prefix}/scale/${position}`, tensor: tf.clone(scale) },
  ]);
  return sums === null ? named : [{ name: sumsName, tensor: tf.clone(sums) }, ...named];
}

/** The saved tensors, kept, of what tfjs hands to `setWeights`. */
export function savedTensors(named: readonly NamedTensor[]): SavedTensors {
  const byName = new Map(named.map(({ name, tensor }) => [name, tensor]));
  const kept = <T extends tf.Tensor>(name: string): T => tf.keep(tf.clone(byName.get(name)! as T));
  const velocities = [...byName.keys()].flatMap((name): [number, HeldVelocity][] => {
    const position = name.split(`${prefix}/velocity/`)[1];
    if (position === undefined) return [];
    return [[Number(position), { tensor: kept(name), scale: kept(`${prefix}/scale/${position}`) }]];
  });
  return { velocities: new Map(velocities), sums: byName.has(sumsName) ? kept<tf.Tensor1D>(sumsName) : null };
}

/** Lets go of saved tensors. */
export function disposeSaved({ velocities, sums }: SavedTensors): void {
  for (const { tensor, scale } of velocities.values()) tf.dispose([tensor, scale]);
  sums?.dispose();
}

/**
 * Checks that a saved state fits the variables it is bound to, by position and shape.
 * @throws ThermoError naming the first variable that does not fit.
 */
export function requireFit(
  saved: NonNullable<SavedConfig['shapes']>,
  variables: readonly tf.Variable[],
): void {
  saved.forEach((shape, position) => {
    const variable = variables[position];
    if (variable === undefined || !tf.util.arraysEqual(variable.shape, [...shape])) {
      throw new ThermoError(
        `the saved optimizer does not fit the model: weight ${position} had shape ${shapeText(shape)} and is now ${
          variable === undefined ? 'missing' : shapeText(variable.shape)
        }; load it with the model it was saved with`,
      );
    }
  });
}

/** The shapes of velocities by position, with holes where there is none. */
export function shapesOf(velocities: SavedTensors['velocities']): readonly (readonly number[])[] {
  const shapes: number[][] = [];
  velocities.forEach(({ tensor }, position) => {
    shapes[position] = tensor.shape;
  });
  return shapes;
}

function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
