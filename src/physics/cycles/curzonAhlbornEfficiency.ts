import { requireAboveOne } from './requireAboveOne.js';

/**
 * The efficiency at greatest power of an engine between two baths, when the heat has to flow at a finite rate.
 *
 * 1 - sqrt(Tc / Th), below Carnot's 1 - Tc / Th
 *
 * @param temperatureRatio Th / Tc, above 1.
 * @throws ThermoError when the ratio is not above 1.
 * @see F. L. Curzon and B. Ahlborn, American Journal of Physics 43, 22 (1975)
 */
export function curzonAhlbornEfficiency(temperatureRatio: number): number {
  return 1 - 1 / Math.sqrt(requireAboveOne('temperatureRatio', temperatureRatio));
}
