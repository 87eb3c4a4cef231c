import { requireNonNegative, requirePositive } from '../../error.js';
import { gasConstant } from '../state/index.js';

/**
 * The volume at which a gas of temperature T settles under pressure p.
 *
 * V = R T / p
 *
 * @throws ThermoError when T is negative, p is not positive, or d is not a whole number of at least 2.
 * @see arXiv 2511.07308
 */
export function equilibriumVolume({
  temperature,
  pressure,
  dimension,
}: {
  /** T (or T_tot), at least 0. */
  readonly temperature: number;
  /** p = lambda, greater than 0. */
  readonly pressure: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
}): number {
  requireNonNegative('temperature', temperature);
  return (gasConstant(dimension) * temperature) / requirePositive('pressure', pressure);
}
