import { equilibriumPressure } from './equilibriumPressure.js';
import { requirePositive } from '../../error.js';
import { volume } from '../state/index.js';

/**
 * The weight decay that rescaling to a sphere of radius r0 amounts to.
 *
 * lambda_eff = T_tot (d - 1) / r0^2, the gas law at V = r0^2 / 2
 *
 * @throws ThermoError when T_tot is negative, r0 is not positive, or d is not a whole number of at least 2.
 * @see arXiv 2511.07308
 */
export function effectiveWeightDecay({
  totalTemperature,
  radius,
  dimension,
}: {
  /** T_tot, at least 0. */
  readonly totalTemperature: number;
  /** r0, the radius of the sphere; greater than 0. */
  readonly radius: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
}): number {
  requirePositive('radius', radius);
  return equilibriumPressure({ temperature: totalTemperature, volume: volume(radius ** 2), dimension });
}
