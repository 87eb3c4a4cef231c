import * as tf from '@tensorflow/tfjs';
import type { Bound } from '../optimizer/binding.js';
import type { Motion } from '../optimizer/protocols/motion.js';
import type { Scalars } from '../optimizer/scalars.js';
import { vectorsOf } from '../optimizer/vectorsOf.js';
import { multiply, squaredNorm } from '../tensors/index.js';

/**
 * The scale-invariant groups before a step, by copies of their weights, which cost nothing until the step replaces them; null
 * for a group of which nothing has a gradient.
 */
export function gasMotion(
  { weights }: Bound,
  gradients: readonly (tf.Tensor | undefined)[],
  scalars: Scalars,
): readonly (Motion | null)[] {
  return weights.invariant.map((group) => {
    const vectors = vectorsOf(group, weights, gradients);
    if (vectors === null) return null;
    const before = vectors.weights.map((weight) => tf.clone(weight));
    return motionOf(before, vectors.gradients, squaredNorm(...before), scalars);
  });
}

/** A motion without velocity. */
export function motionOf(
  weights: readonly tf.Tensor[],
  gradients: readonly tf.Tensor[],
  squaredRadius: tf.Scalar,
  scalars: Scalars,
): Motion {
  const squaredGradient = squaredNorm(...gradients);
  const secondMoment = multiply(squaredRadius, squaredGradient);
  return { weights, gradients, velocity: null, squaredRadius, squaredGradient, secondMoment, scalars };
}
