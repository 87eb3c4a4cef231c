/**
 * The mean of e^s over s from 0 to x, accurate near 0 too: what an integral of an exponential has beside its length.
 *
 * (e^x - 1) / x, and 1 at x = 0
 */
export function exponentialMean(x: number): number {
  return x === 0 ? 1 : Math.expm1(x) / x;
}
