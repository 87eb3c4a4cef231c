import type { Concentration } from './concentration.js';
import { heightIntegral } from './heightIntegral.js';

/**
 * The differential entropy of a von Mises-Fisher direction on the unit sphere.
 *
 * S = ln Z - kappa A, with Z the integral of exp(kappa cos theta) over the sphere and A the mean cosine;
 * in d = 3 it is ln(4 pi sinh(kappa) / kappa) - kappa coth(kappa) + 1
 *
 * @returns S in nats.
 * @throws ThermoError when d is not a whole number of at least 2 or kappa is negative or not finite.
 * @see K. V. Mardia and P. E. Jupp, Directional Statistics, section 9.3
 */
export function vonMisesFisherEntropy(distribution: Concentration): number {
  const { logarithm, mean } = heightIntegral(distribution);
  return logarithm + distribution.concentration * mean;
}
