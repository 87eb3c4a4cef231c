import type { Concentration } from './concentration.js';
import { heightIntegral } from './heightIntegral.js';

/**
 * The mean cosine between a von Mises-Fisher direction and its pole, so that the loss 1 + mu.u has the mean U = 1 - A.
 *
 * A = I_(d/2)(kappa) / I_(d/2-1)(kappa); in d = 3 it is coth(kappa) - 1/kappa
 *
 * @returns A, from 0 for a uniform direction to 1; to 1e-15.
 * @throws ThermoError when d is not a whole number of at least 2 or kappa is negative or not finite.
 * @see K. V. Mardia and P. E. Jupp, Directional Statistics, section 9.3
 */
export function vonMisesFisherMeanCosine(distribution: Concentration): number {
  return 1 - heightIntegral(distribution).mean;
}
