import { requireNonNegative, requirePositive } from '../../error.js';

/**
 * The heat capacity at constant volume, from how much the loss fluctuates at equilibrium.
 *
 * C_V = dU/dT = Var(L) / T^2, for the Gibbs density exp(-L/T); R at low temperature
 *
 * @throws ThermoError when the variance is negative or T is not positive.
 * @see H. B. Callen, Thermodynamics and an Introduction to Thermostatistics, chapter 19
 */
export function heatCapacityAtConstantVolume({
  lossVariance,
  temperature,
}: {
  /** Var(L), the variance of the full loss along the stationary run; at least 0. */
  readonly lossVariance: number;
  /** T, greater than 0. */
  readonly temperature: number;
}): number {
  return requireNonNegative('lossVariance', lossVariance) / requirePositive('temperature', temperature) ** 2;
}
