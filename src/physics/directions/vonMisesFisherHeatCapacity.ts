import type { Concentration } from './concentration.js';
import { heightIntegral } from './heightIntegral.js';

/**
 * The heat capacity at constant volume of a gas in the loss mu.u, whose directions are von Mises-Fisher with kappa = 1/T.
 *
 * C_V = dU/dT = kappa^2 Var(cos theta) = kappa^2 (1 - A^2 - (d - 1) A / kappa); (d - 1)/2 at low temperature
 *
 * @throws ThermoError when d is not a whole number of at least 2 or kappa is negative or not finite.
 * @see K. V. Mardia and P. E. Jupp, Directional Statistics, section 9.3, for A'(kappa)
 */
export function vonMisesFisherHeatCapacity(distribution: Concentration): number {
  return distribution.concentration ** 2 * heightIntegral(distribution).variance;
}
