import { requireNonNegative } from '../../error.js';

/**
 * The norm of weights that fill a volume: the inverse of `volume`.
 *
 * r = sqrt(2 V)
 *
 * @param volume V, at least 0.
 * @throws ThermoError when V is negative or not finite.
 */
export function radiusOfVolume(volume: number): number {
  return Math.sqrt(2 * requireNonNegative('volume', volume));
}
