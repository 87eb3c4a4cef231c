import * as tf from '@tensorflow/tfjs';
import type { Scalars } from '../optimizer/scalars.js';
import { inverseRoot, joinedVectors, minimum, multiply, squaredNorm } from '../tensors/index.js';
import { clipNames, type ThermalizeOptions } from './options.js';

/** Shortens gradients, given and returned one a variable in one order. */
export type Clipping = (gradients: readonly tf.Tensor[]) => readonly tf.Tensor[];

/** The one option that clips, with its limit. */
export type ClippingOptions = Pick<ThermalizeOptions, (typeof clipNames)[number]>;

/**
 * The clipping that the options ask for; null where they ask for none.
 *
 * By norm a gradient becomes g min(1, limit / |g|), so one that is short enough keeps every bit.
 */
export function clipping(
  { clipGlobalNorm, clipNorm, clipValue }: ClippingOptions,
  scalars: Scalars,
): Clipping | null {
  if (clipGlobalNorm !== undefined) return (gradients) => shortened(gradients, clipGlobalNorm, scalars);
  if (clipNorm !== undefined) {
    return (gradients) => gradients.flatMap((gradient) => shortened([gradient], clipNorm, scalars));
  }
  if (clipValue !== undefined) {
    return (gradients) => gradients.map((gradient) => tf.clipByValue(gradient, -clipValue, clipValue));
  }
  return null;
}

/** Gradients that are taken as one vector, no longer than `limit`. */
function shortened(gradients: readonly tf.Tensor[], limit: number, scalars: Scalars): readonly tf.Tensor[] {
  if (gradients.length === 0) return gradients;
  const { join, part } = joinedVectors(gradients);
  const joined = join(gradients);
  const share = multiply(scalars.get('clip', limit), inverseRoot(squaredNorm(...joined)));
  const factor = minimum(scalars.get('one', 1), share);
  return part(joined.map((gradient) => multiply(gradient, factor)));
}

/** The options that clip, among others. */
export function clippingOptions(options: ThermalizeOptions): ClippingOptions {
  return Object.fromEntries(
    clipNames.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}
