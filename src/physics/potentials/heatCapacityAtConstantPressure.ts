import { requirePositive } from '../../error.js';
import { gasConstant } from '../state/index.js';

/**
 * The heat capacity at constant pressure of a gas that obeys p V = R T (Mayer's relation).
 *
 * C_p = C_V + R; 2 R at low temperature
 *
 * @throws ThermoError when C_V is not positive or d is not a whole number of at least 2.
 */
export function heatCapacityAtConstantPressure({
  heatCapacityAtConstantVolume,
  dimension,
}: {
  /** C_V, greater than 0. */
  readonly heatCapacityAtConstantVolume: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
}): number {
  requirePositive('heatCapacityAtConstantVolume', heatCapacityAtConstantVolume);
  return heatCapacityAtConstantVolume + gasConstant(dimension);
}
