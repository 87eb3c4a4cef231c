import { requireCount, requirePositive } from '../../error.js';

/**
 * The relative standard deviation of the pair estimate's noise, for Gaussian noise.
 *
 * sqrt(2 / (n d_eff)), d_eff = (tr Sigma)^2 / tr(Sigma^2): |g1 - g2|^2 / 2 is a sum of squares with variance
 * 2 tr(Sigma^2)
 *
 * @param effectiveDimension d_eff, greater than 0: d for isotropic noise, fewer the more a few directions carry it.
 * @param pairs n, the independent pairs averaged over; at least 1.
 * @throws ThermoError when d_eff is not positive or n is not a whole number of at least 1.
 */
export function pairDeviation(effectiveDimension: number, pairs = 1): number {
  return Math.sqrt(
    2 / (requireCount('pairs', pairs) * requirePositive('effectiveDimension', effectiveDimension)),
  );
}
