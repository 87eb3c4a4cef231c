import { ThermoError, requireCount } from '../../error.js';
import type { GradientMoments } from './gradientMoments.js';

/**
 * Noise and signal from the gradient norms of a small and a large batch at the same weights; unbiased.
 *
 * |g|^2 = (n |g_n|^2 - m |g_m|^2) / (n - m), trSigma_1 = (|g_m|^2 - |g_n|^2) / (1/m - 1/n)
 *
 * The small batch may be part of the large one. Single estimates are rough and may be negative: average noise and
 * signal each over many, and only then divide (`criticalBatchSize`).
 *
 * @returns The noise of one sample, trSigma_1, and the signal.
 * @throws ThermoError when a batch size is not a whole number of at least 1 or the large one is not the larger.
 * @see S. McCandlish et al., arXiv 1812.06162, appendix A.1
 */
export function twoBatchSizes({
  smallBatch,
  largeBatch,
  smallSquaredNorm,
  largeSquaredNorm,
}: {
  /** m, at least 1. */
  readonly smallBatch: number;
  /** n, greater than m. */
  readonly largeBatch: number;
  /** |g_m|^2. */
  readonly smallSquaredNorm: number;
  /** |g_n|^2. */
  readonly largeSquaredNorm: number;
}): GradientMoments {
  requireCount('smallBatch', smallBatch);
  requireCount('largeBatch', largeBatch);
  if (largeBatch <= smallBatch) {
    throw new ThermoError(`largeBatch is ${largeBatch}: pass more than smallBatch, which is ${smallBatch}`);
  }
  return {
    noise: (smallSquaredNorm - largeSquaredNorm) / (1 / smallBatch - 1 / largeBatch),
    signal: (largeBatch * largeSquaredNorm - smallBatch * smallSquaredNorm) / (largeBatch - smallBatch),
  };
}
