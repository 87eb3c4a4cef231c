import { helmholtzEnergy } from './helmholtzEnergy.js';

/**
 * The Gibbs energy, smallest at equilibrium when temperature and pressure are held (fixed effective learning rate).
 *
 * G = U - T S + p V
 *
 * @returns G in units of the loss.
 * @see arXiv 2511.07308
 */
export function gibbsEnergy({
  pressure,
  volume,
  ...held
}: {
  /** U, the mean training loss. */
  readonly internalEnergy: number;
  /** T. */
  readonly temperature: number;
  /** S in nats, as `entropy` gives it. */
  readonly entropy: number;
  /** p = lambda. */
  readonly pressure: number;
  /** V = r^2 / 2. */
  readonly volume: number;
}): number {
  return helmholtzEnergy(held) + pressure * volume;
}
