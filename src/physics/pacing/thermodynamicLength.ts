import { requireNonNegative, requirePositive } from '../../error.js';

/**
 * The thermodynamic length between two temperatures, for a constant heat capacity.
 *
 * L = integral of sqrt(C) dT / T = sqrt(C) |ln(T1 / T0)|
 *
 * @throws ThermoError when a temperature is not positive or C is negative.
 * @see P. Salamon and R. S. Berry, Physical Review Letters 51, 1127 (1983)
 */
export function thermodynamicLength({
  from,
  to,
  heatCapacity,
}: {
  /** T0, greater than 0. */
  readonly from: number;
  /** T1, greater than 0. */
  readonly to: number;
  /** C, at least 0; R at low temperature and constant volume. */
  readonly heatCapacity: number;
}): number {
  requirePositive('from', from);
  requirePositive('to', to);
  return Math.sqrt(requireNonNegative('heatCapacity', heatCapacity)) * Math.abs(Math.log(to / from));
}
