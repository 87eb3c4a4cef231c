/**
 * The volume that weights of squared norm r^2 fill.
 *
 * V = r^2 / 2
 *
 * @param squaredRadius r^2 = |w|^2 of all scale-invariant parameters as one vector.
 * @see arXiv 2511.07308
 */
export function volume(squaredRadius: number): number {
  return squaredRadius / 2;
}
