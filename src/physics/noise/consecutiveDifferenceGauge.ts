/**
 * A gauge of oscillation from the gradients of two consecutive steps. Not an estimate of the noise.
 *
 * |g_t - g_(t+1)|^2 / 2
 *
 * The weights move between the two gradients, and along sharp directions successive gradients oscillate: on a small
 * convolutional network at stationarity this is four times the true noise. Use `pairEstimate` or `twoBatchSizes` for the
 * noise, and this beside it: a gauge well above the noise is the edge of stability, where the gas is not ideal.
 *
 * @param squaredNorm1 |g_t|^2.
 * @param squaredNorm2 |g_(t+1)|^2.
 * @param dot g_t.g_(t+1).
 */
export function consecutiveDifferenceGauge(squaredNorm1: number, squaredNorm2: number, dot: number): number {
  return (squaredNorm1 + squaredNorm2) / 2 - dot;
}
