import { requireBelowOne, requireCount, requireNonNegative, requirePositive } from '../../error.js';
import type { RotationalEquilibrium } from './rotationalEquilibrium.js';

/**
 * The rotational equilibrium of a layer under Lion, for gradients without a lasting direction.
 *
 * angle = sqrt(pi eta lambda) q, r* = sqrt(eta C / (pi lambda)) / q, q^2 = (1 - b1)^2 + b1^2 (1 - b2) / (1 + b2): the
 * standard deviation of the average whose sign is taken, over that of a gradient. To about 5 %, as the sign's correlation is
 * taken for that of a normal number's.
 *
 * @throws ThermoError when eta is negative, lambda is not positive, b1 or b2 is outside [0, 1) or C is no count.
 * @see A. Kosson, B. Messmer and M. Jaggi, arXiv 2305.17212
 */
export function lionEquilibrium({
  learningRate,
  weightDecay,
  beta1 = 0.9,
  beta2 = 0.99,
  elements,
}: {
  /** eta, at least 0. */
  readonly learningRate: number;
  /** lambda, greater than 0. */
  readonly weightDecay: number;
  /** b1, in [0, 1); default 0.9. */
  readonly beta1?: number;
  /** b2, in [0, 1); default 0.99. */
  readonly beta2?: number;
  /** C, the number of weights. */
  readonly elements: number;
}): RotationalEquilibrium {
  requireNonNegative('learningRate', learningRate);
  requirePositive('weightDecay', weightDecay);
  requireCount('elements', elements);
  requireBelowOne('beta1', beta1);
  requireBelowOne('beta2', beta2);
  const width = Math.sqrt((1 - beta1) ** 2 + (beta1 ** 2 * (1 - beta2)) / (1 + beta2));
  return {
    angle: Math.sqrt(Math.PI * learningRate * weightDecay) * width,
    radius: Math.sqrt((learningRate * elements) / (Math.PI * weightDecay)) / width,
  };
}
