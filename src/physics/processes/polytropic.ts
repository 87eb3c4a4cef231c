import type { OfGas, Polytropic, Target } from './process.js';
import { requireReachable } from './requireReachable.js';

/**
 * A process between the named ones: the index says how stiffly pressure answers volume.
 *
 * p V^n = const; W = R (T1 - T2) / (n - 1). n = 0 is isobaric, 1 isothermal, gamma adiabatic, Infinity isochoric.
 *
 * @param options n as `polytropicIndex`, one of `temperatureRatio`, `volumeRatio` and `pressureRatio`, and gamma as
 *   `adiabaticIndex` (above 1; 2, the low-temperature value, unless given).
 * @throws ThermoError when the ratio is of a variable that n holds (T at 1, p at 0, V at Infinity) or is not positive,
 *   n is not a number, or gamma is not above 1.
 */
export function polytropic({
  polytropicIndex,
  adiabaticIndex = 2,
  ...target
}: Target & Partial<OfGas> & Pick<Polytropic, 'polytropicIndex'>): Polytropic {
  return requireReachable({ kind: 'polytropic', polytropicIndex, adiabaticIndex, ...target });
}
