import type { HeatCapacityReading } from './withEntropy.js';

/** The mean of several readings of a gas that was held. */
export function meanReading(readings: readonly HeatCapacityReading[]): HeatCapacityReading {
  const mean = (name: keyof HeatCapacityReading): number =>
    readings.reduce((sum, reading) => sum + reading[name], 0) / readings.length;
  return {
    temperature: mean('temperature'),
    pressure: mean('pressure'),
    volume: mean('volume'),
    internalEnergy: mean('internalEnergy'),
    heatCapacity: mean('heatCapacity'),
  };
}
