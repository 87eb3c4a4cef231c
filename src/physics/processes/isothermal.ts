import type { Isothermal, Target } from './process.js';
import { requireReachable } from './requireReachable.js';

/**
 * A process at constant temperature: volume and pressure move against each other.
 *
 * p V = const; Q = W = R T ln(V2 / V1). A temperatureRatio of 1 holds the gas where it is.
 *
 * @param target `volumeRatio` or `pressureRatio`.
 * @throws ThermoError when given a temperatureRatio other than 1 or a ratio that is not positive.
 */
export function isothermal(target: Target): Isothermal {
  return requireReachable({ kind: 'isothermal', ...target });
}
