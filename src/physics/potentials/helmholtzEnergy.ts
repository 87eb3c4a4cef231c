/**
 * The Helmholtz energy, smallest at equilibrium when temperature and volume are held (the fixed sphere).
 *
 * F = U - T S
 *
 * @returns F in units of the loss.
 * @see arXiv 2511.07308
 */
export function helmholtzEnergy({
  internalEnergy,
  temperature,
  entropy,
}: {
  /** U, the mean training loss. */
  readonly internalEnergy: number;
  /** T. */
  readonly temperature: number;
  /** S in nats, as `entropy` gives it. */
  readonly entropy: number;
}): number {
  return internalEnergy - temperature * entropy;
}
