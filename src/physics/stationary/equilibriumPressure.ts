import { requireNonNegative, requirePositive } from '../../error.js';
import { gasConstant } from '../state/index.js';

/**
 * The pressure that holds a gas of temperature T at volume V: the weight decay at which the radius stands still.
 *
 * p = R T / V
 *
 * @throws ThermoError when T is negative, V is not positive, or d is not a whole number of at least 2.
 * @see arXiv 2511.07308
 */
export function equilibriumPressure({
  temperature,
  volume,
  dimension,
}: {
  /** T (or T_tot), at least 0. */
  readonly temperature: number;
  /** V = r^2 / 2, greater than 0. */
  readonly volume: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
}): number {
  requireNonNegative('temperature', temperature);
  return (gasConstant(dimension) * temperature) / requirePositive('volume', volume);
}
