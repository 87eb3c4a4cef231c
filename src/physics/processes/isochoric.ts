import type { Isochoric, OfGas, Target } from './process.js';
import { requireReachable } from './requireReachable.js';

/**
 * A process at constant volume: the radius is held, as on a fixed sphere, while temperature and pressure move together.
 *
 * p / T = const; W = 0, Q = C_V dT
 *
 * @param options `temperatureRatio` or `pressureRatio`, and gamma as `adiabaticIndex`
 *   (above 1; 2, the low-temperature value, unless given).
 * @throws ThermoError when given a volumeRatio other than 1, a ratio that is not positive, or gamma not above 1.
 */
export function isochoric({ adiabaticIndex = 2, ...target }: Target & Partial<OfGas>): Isochoric {
  return requireReachable({ kind: 'isochoric', adiabaticIndex, ...target });
}
