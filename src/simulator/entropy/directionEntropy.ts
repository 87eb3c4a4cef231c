import { ThermoError } from '../../error.js';
import type { EntropyEstimate } from './entropyEstimate.js';
import { entropyEstimator, type EntropyEstimatorOptions } from './entropyEstimator.js';

/**
 * The differential entropy of the directions w/|w| of samples, by their nearest neighbours (Kozachenko and Leonenko).
 *
 * H = ln(N - 1) - psi(k) + ln V_(d-1) + (d - 1) mean(ln eps) + mean(ln J)
 *
 * with eps the distance of a sample to its k-th neighbour, at least 1e-8, and J the volume element of the coordinates that the
 * form takes distances in. The samples should be independent, or as dependent as those they are compared with.
 *
 * @param weights N rows of weights of any norm, each d numbers.
 * @param options the dimension d, the form (default `geodesic`) and the neighbour k (default 1).
 * @throws ThermoError when the rows are not whole or not more than k, one has norm 0 or is not finite, or an option is out of
 * range.
 * @see L. F. Kozachenko and N. N. Leonenko, Problems of Information Transmission 23 (1987); arXiv 2511.07308
 */
export function directionEntropy(
  weights: Float32Array | Float64Array,
  options: Omit<EntropyEstimatorOptions, 'samples'>,
): EntropyEstimate {
  const samples = weights.length / options.dimension;
  if (options.dimension > 0 && !Number.isInteger(samples)) {
    throw new ThermoError(
      `weights has ${weights.length} numbers: pass whole rows of dimension, ${options.dimension}`,
    );
  }
  return entropyEstimator({ ...options, samples })(weights);
}
