import type { GradientMoments } from './gradientMoments.js';

/**
 * The critical batch size: below it a larger batch saves as many steps as it costs samples, above it ever fewer.
 *
 * B_simple = trSigma_1 / |g|^2
 *
 * @param moments The noise of one sample and the signal, each averaged over many estimates: a ratio of single estimates
 *   is biased.
 * @returns Samples; null where the signal is not positive, so that the estimates do not resolve it.
 * @see S. McCandlish et al., arXiv 1812.06162
 */
export function criticalBatchSize({ noise, signal }: GradientMoments): number | null {
  return signal > 0 ? noise / signal : null;
}
