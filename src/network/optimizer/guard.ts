import type * as tf from '@tensorflow/tfjs';
import { divide, inverseRoot, minimum, multiply } from '../tensors/index.js';
import type { Motion } from './protocols/motion.js';

/** The longest gradient step, in radii: an angle of 39 degrees, in which the direction is all but lost. */
export const longestStep = 0.8;
/** The largest share of the weights that decay may take in one step. */
export const largestDecay = 0.5;

/** What the guard makes of a step; scalars on the device. */
export interface Held {
  /** What the step is multiplied by: 1 unless the gradient is too long. */
  readonly shortening: tf.Scalar;
  /** lambda, or the largest that one step can bear. */
  readonly decay: tf.Scalar;
  /** The share of the step and the decay that was left: 1 in an ordinary step. */
  readonly kept: tf.Scalar;
}

/**
 * Keeps the fixed effective learning rate from running away, and changes nothing else.
 *
 * With eta = eta_eff r^2 one step takes r^2 to r^2 [(1 - x)^2 + y^2], where x = eta lambda and y = eta |g| / r = eta_eff sqrt(M).
 * After one gradient spike x passes 2 and r^2 grows without bound. With x held to at most 1/2 and y to at most 0.8, growth
 * needs x < 0.4, so r^2 can never exceed 0.66 / (eta_eff lambda), where it stood lower before. A step with x <= 1/2 and
 * y <= 0.8 is multiplied by exactly 1: the published dynamics, bit for bit. With momentum a both are taken with
 * eta / (1 - a), the rate that a lasting force is followed at.
 *
 * @param motion with M = |g|^2 r^2.
 * @param rate eta_eff / (1 - a), a number.
 * @returns what the step is to be multiplied by, in (0, 1], and the decay to be used.
 */
export function guard(motion: Motion, rate: number, weightDecay: number): Held {
  const { scalars } = motion;
  const one = scalars.get('one', 1);
  const squaredExcess = multiply(motion.secondMoment, scalars.get('guard.step', (rate / longestStep) ** 2));
  const shortening = minimum(one, inverseRoot(squaredExcess));
  const decay = scalars.get('weightDecay', weightDecay);
  if (weightDecay <= 0 || rate === 0) return { shortening, decay, kept: shortening };
  const largest = divide(scalars.get('guard.decay', largestDecay / rate), motion.squaredRadius);
  const held = minimum(decay, largest);
  return { shortening, decay: held, kept: multiply(shortening, divide(held, decay)) };
}
