import * as tf from '@tensorflow/tfjs';
import { divide, multiply, squaredNorm, subtract } from '../../tensors/index.js';
import { moveAtFixedEffectiveLearningRate } from './fixedEffectiveLearningRate.js';
import type { Motion, Moved } from './motion.js';

/** The numbers of a step on the sphere. */
export interface SphereStep {
  readonly effectiveLearningRate: number;
  readonly radius: number;
  readonly momentum: number;
}

/**
 * SGD at eta = eta_eff r^2 without decay, rescaled to `radius` after the step.
 *
 * The pressure that the sphere bears is read off the rescaling: lambda_eff = (1 - a) (r_before_rescale - r) / (eta_eff r^3),
 * r the radius before the step (arXiv 2511.07308 without momentum; with it, decay acts at the rate eta / (1 - a)).
 */
export function moveOnFixedSphere(motion: Motion, step: SphereStep): Moved {
  const { scalars, squaredRadius } = motion;
  const moved = moveAtFixedEffectiveLearningRate(motion, { ...step, weightDecay: 0 });
  const radius: tf.Scalar = tf.sqrt(squaredRadius);
  const stretched: tf.Scalar = tf.sqrt(squaredNorm(...moved.weights));
  const rescale = divide(scalars.get('radius', step.radius), stretched);
  const weights = moved.weights.map((weight) => multiply(weight, rescale));
  // At rest nothing stretches, so the sphere bears no pressure.
  if (step.effectiveLearningRate === 0) return { ...moved, weights, pressure: scalars.get('none', 0) };
  const rate = scalars.get('pressureRate', step.effectiveLearningRate / (1 - step.momentum));
  return {
    ...moved,
    weights,
    pressure: divide(subtract(stretched, radius), multiply(multiply(radius, squaredRadius), rate)),
  };
}
