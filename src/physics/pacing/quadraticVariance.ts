import { requireCount, requireNonNegative, requirePositive } from '../../error.js';

/**
 * The variance that SGD leaves a noisy quadratic with, after a schedule of learning rates; exact, no sampling.
 *
 * v <- (1 - eta k)^2 v + eta^2 sigma^2, one direction of curvature k and gradient noise sigma
 *
 * @throws ThermoError when steps is not a whole number of at least 0, k is not positive, or a variance or a rate is
 *   negative.
 */
export function quadraticVariance({
  learningRate,
  steps,
  curvature,
  noise,
  initialVariance,
}: {
  /** eta of the step after `step` steps, at least 0. */
  readonly learningRate: (step: number) => number;
  readonly steps: number;
  /** k, greater than 0. */
  readonly curvature: number;
  /** sigma^2, at least 0. */
  readonly noise: number;
  /** v at the start, at least 0. */
  readonly initialVariance: number;
}): number {
  requireCount('steps', steps, 0);
  requirePositive('curvature', curvature);
  requireNonNegative('noise', noise);
  let variance = requireNonNegative('initialVariance', initialVariance);
  for (let step = 0; step < steps; step += 1) {
    const rate = requireNonNegative('learningRate', learningRate(step));
    variance = (1 - rate * curvature) ** 2 * variance + rate ** 2 * noise;
  }
  return variance;
}
