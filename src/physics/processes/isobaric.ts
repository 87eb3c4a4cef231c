import type { Isobaric, OfGas, Target } from './process.js';
import { requireReachable } from './requireReachable.js';

/**
 * A process at constant pressure: the weight decay is held while temperature and volume move together.
 *
 * V / T = const; Q = C_p dT
 *
 * @param options `temperatureRatio` or `volumeRatio`, and gamma as `adiabaticIndex`
 *   (above 1; 2, the low-temperature value, unless given).
 * @throws ThermoError when given a pressureRatio other than 1, a ratio that is not positive, or gamma not above 1.
 */
export function isobaric({ adiabaticIndex = 2, ...target }: Target & Partial<OfGas>): Isobaric {
  return requireReachable({ kind: 'isobaric', adiabaticIndex, ...target });
}
