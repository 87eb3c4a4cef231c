import { requireCount, requirePositive } from '../../error.js';

/**
 * The least variance that any schedule of learning rates can leave a noisy quadratic with.
 *
 * 1 / v = 1 / v0 + N k^2 / sigma^2, reached by eta = v k / (v k^2 + sigma^2) in every step
 *
 * That schedule is eta = eta_0 / (1 + eta_0 k t): what a filter of Kalman's would take, and constant thermodynamic speed.
 *
 * @throws ThermoError when N is not a whole number of at least 0, or k, sigma^2 or v0 is not positive.
 */
export function leastQuadraticVariance({
  steps,
  curvature,
  noise,
  initialVariance,
}: {
  /** N, at least 0. */
  readonly steps: number;
  /** k, greater than 0. */
  readonly curvature: number;
  /** sigma^2, greater than 0. */
  readonly noise: number;
  /** v0, greater than 0. */
  readonly initialVariance: number;
}): number {
  requireCount('steps', steps, 0);
  requirePositive('curvature', curvature);
  requirePositive('noise', noise);
  return 1 / (1 / requirePositive('initialVariance', initialVariance) + (steps * curvature ** 2) / noise);
}
