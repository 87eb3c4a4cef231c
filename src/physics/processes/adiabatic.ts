import type { Adiabatic, OfGas, Target } from './process.js';
import { requireReachable } from './requireReachable.js';

/**
 * A process without heat, at constant entropy: what the gas gains in room it loses in temperature.
 *
 * T V^(gamma - 1) = const, p V^gamma = const; Q = 0, W = C_V (T1 - T2). At gamma = 2, T V = eta sigma^2 / 4 is held: a
 * constant learning rate with a changing weight decay.
 *
 * @param options `temperatureRatio`, `volumeRatio` or `pressureRatio`, and gamma as `adiabaticIndex`
 *   (above 1; 2, the low-temperature value, unless given).
 * @throws ThermoError when a ratio is not positive or gamma is not above 1.
 */
export function adiabatic({ adiabaticIndex = 2, ...target }: Target & Partial<OfGas>): Adiabatic {
  return requireReachable({ kind: 'adiabatic', adiabaticIndex, ...target });
}
