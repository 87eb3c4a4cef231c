import { requireBelowOne, requireCount, requireNonNegative, requirePositive } from '../../error.js';
import type { RotationalEquilibrium } from './rotationalEquilibrium.js';

/**
 * The rotational equilibrium of a layer under AdamW, for gradients without a lasting direction.
 *
 * angle = sqrt(2 eta lambda (1 - b1) / (1 + b1)), r* = sqrt(eta C / (2 lambda)): every element's update has root mean
 * square sqrt((1 - b1) / (1 + b1)), however long the gradients are.
 *
 * @throws ThermoError when eta is negative, lambda is not positive, b1 is outside [0, 1) or C is no count.
 * @see A. Kosson, B. Messmer and M. Jaggi, arXiv 2305.17212
 */
export function adamWEquilibrium({
  learningRate,
  weightDecay,
  beta1 = 0.9,
  elements,
}: {
  /** eta, at least 0. */
  readonly learningRate: number;
  /** lambda, greater than 0. */
  readonly weightDecay: number;
  /** b1, in [0, 1); default 0.9. */
  readonly beta1?: number;
  /** C, the number of weights. */
  readonly elements: number;
}): RotationalEquilibrium {
  requireNonNegative('learningRate', learningRate);
  requirePositive('weightDecay', weightDecay);
  requireCount('elements', elements);
  requireBelowOne('beta1', beta1);
  return {
    angle: Math.sqrt((2 * learningRate * weightDecay * (1 - beta1)) / (1 + beta1)),
    radius: Math.sqrt((learningRate * elements) / (2 * weightDecay)),
  };
}
