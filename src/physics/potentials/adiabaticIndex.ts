import { heatCapacityAtConstantPressure } from './heatCapacityAtConstantPressure.js';

/**
 * The adiabatic index: along an isentrope T V^(gamma - 1) and p V^gamma are constant.
 *
 * gamma = C_p / C_V = 1 + R / C_V; 2 at low temperature
 *
 * @throws ThermoError when C_V is not positive or d is not a whole number of at least 2.
 */
export function adiabaticIndex(gas: {
  /** C_V, greater than 0. */
  readonly heatCapacityAtConstantVolume: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
}): number {
  return heatCapacityAtConstantPressure(gas) / gas.heatCapacityAtConstantVolume;
}
