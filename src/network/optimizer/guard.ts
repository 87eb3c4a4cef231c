import type * as tf from '@tensorflow/tfjs';
import { inverseRoot, minimum, multiply } from '../tensors/index.js';
import type { EffectiveStep, Motion } from './protocols/motion.js';

/** The longest gradient step, in radii: an angle of 39 degrees, in which the direction is all but lost. */
export const longestStep = 0.8;
/** The largest share of the weights that decay may take in one step. */
export const largestDecay = 0.5;

/** What the guard makes of a step; scalars on the device. */
export interface Held {
  /** eta = eta_eff r^2, or the largest that the decay can bear. */
  readonly rate: tf.Scalar;
  /** What the gradient is multiplied by: 1 unless it is too long. */
  readonly shortening: tf.Scalar;
  /** eta_eff r^2 as it was asked for. */
  readonly wanted: tf.Scalar;
}

/**
 * Keeps the fixed effective learning rate from running away, and changes nothing else.
 *
 * With eta = eta_eff r^2 one step takes r^2 to r^2 [(1 - x)^2 + y^2], where x = eta lambda and y = eta |g| / r = eta_eff sqrt(M).
 * After one gradient spike x passes 2 and r^2 grows without bound. Here y is held to at most 0.8, by shortening the
 * gradient, and x to at most 1/2, by letting eta follow the radius no further. A step with x <= 1/2 and y <= 0.8 is
 * multiplied by exactly 1: the published dynamics, bit for bit.
 *
 * Bound: r^2 never exceeds 0.4 / (eta_eff lambda), where it stood lower before. Growth needs (1 - x)^2 + 0.64 > 1, so x < 0.4,
 * and there x [(1 - x)^2 + 0.64], which rises with x, is at most 0.4.
 *
 * With momentum a both are taken with eta / (1 - a), the rate that a lasting force is followed at. Past x = 1/2 the step is
 * then a damped linear one under a bounded force, which cannot run away either; its bound is wider. Checked numerically:
 * 4 (1 - a) / (eta_eff lambda) at a = 0.9 and 9 (1 - a) / (eta_eff lambda) at a = 0.99 hold even against gradients that
 * always push along the velocity.
 *
 * @param motion with M = |g|^2 r^2.
 */
export function guard(motion: Motion, { effectiveLearningRate, weightDecay, momentum }: EffectiveStep): Held {
  const { scalars, squaredRadius, secondMoment } = motion;
  const longest = scalars.get('guard.step', (effectiveLearningRate / (1 - momentum) / longestStep) ** 2);
  const shortening = minimum(scalars.get('one', 1), inverseRoot(multiply(secondMoment, longest)));
  const wanted = multiply(squaredRadius, scalars.get('effectiveLearningRate', effectiveLearningRate));
  if (weightDecay <= 0 || effectiveLearningRate === 0) return { rate: wanted, shortening, wanted };
  const rate = minimum(wanted, scalars.get('guard.rate', (largestDecay * (1 - momentum)) / weightDecay));
  return { rate, shortening, wanted };
}
