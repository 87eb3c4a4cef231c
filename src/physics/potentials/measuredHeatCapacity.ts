import type { Estimate } from '../estimate.js';

/**
 * The heat capacity that readings at several temperatures show: the slope C_V = dU/dT of U against T by least squares,
 * in nats, with its error from the scatter about the line.
 *
 * @param readings T and U, in the same units; at least 3 that differ in T.
 * @returns null where there are too few to tell.
 */
export function measuredHeatCapacity(
  readings: readonly { readonly temperature: number; readonly internalEnergy: number }[],
): Estimate | null {
  const n = readings.length;
  if (n < 3) return null;
  const meanT = readings.reduce((sum, { temperature }) => sum + temperature, 0) / n;
  const meanU = readings.reduce((sum, { internalEnergy }) => sum + internalEnergy, 0) / n;
  let spread = 0;
  let shared = 0;
  for (const { temperature, internalEnergy } of readings) {
    spread += (temperature - meanT) ** 2;
    shared += (temperature - meanT) * (internalEnergy - meanU);
  }
  if (spread === 0) return null;
  const value = shared / spread;
  const residual = readings.reduce(
    (sum, { temperature, internalEnergy }) =>
      sum + (internalEnergy - meanU - value * (temperature - meanT)) ** 2,
    0,
  );
  return { value, standardError: Math.sqrt(residual / (n - 2) / spread) };
}
