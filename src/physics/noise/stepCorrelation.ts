/**
 * The correlation of the gradients of two consecutive steps: negative at the edge of stability.
 *
 * g_t.g_(t+1) / (|g_t| |g_(t+1)|)
 *
 * @param squaredNorm1 |g_t|^2.
 * @param squaredNorm2 |g_(t+1)|^2.
 * @param dot g_t.g_(t+1).
 * @returns A number from -1 to 1; null when a gradient is zero.
 */
export function stepCorrelation(squaredNorm1: number, squaredNorm2: number, dot: number): number | null {
  return squaredNorm1 === 0 || squaredNorm2 === 0
    ? null
    : dot / Math.sqrt(squaredNorm1) / Math.sqrt(squaredNorm2);
}
