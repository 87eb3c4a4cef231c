import { requireFinite, requireNonNegative } from '../../error.js';
import { gasConstant } from '../state/index.js';

/**
 * The mean loss of a cold gas in a quadratic minimum: half a T for each direction (equipartition).
 *
 * U = U0 + R T, so C_V = R and gamma = 2
 *
 * @throws ThermoError when T is negative, U0 is not finite, or d is not a whole number of at least 2.
 * @see arXiv 2511.07308
 */
export function lowTemperatureInternalEnergy({
  temperature,
  dimension,
  groundEnergy = 0,
}: {
  /** T, at least 0. */
  readonly temperature: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
  /** U0, the loss at the minimum. */
  readonly groundEnergy?: number;
}): number {
  requireFinite('groundEnergy', groundEnergy);
  return groundEnergy + gasConstant(dimension) * requireNonNegative('temperature', temperature);
}
