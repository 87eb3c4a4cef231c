import type { GradientMoments } from './gradientMoments.js';

/**
 * Noise and signal from the gradients g1, g2 of two independent batches of one size at the same weights; unbiased.
 *
 * trSigma_b = |g1 - g2|^2 / 2, |g|^2 = g1.g2
 *
 * @param squaredNorm1 |g1|^2.
 * @param squaredNorm2 |g2|^2.
 * @param dot g1.g2.
 * @returns The noise of a batch of that size, with a relative standard deviation of `pairDeviation`.
 */
export function pairEstimate(squaredNorm1: number, squaredNorm2: number, dot: number): GradientMoments {
  return { noise: (squaredNorm1 + squaredNorm2) / 2 - dot, signal: dot };
}
