import { requireFinite, ThermoError } from '../error.js';
import type { GasReading } from '../physics/index.js';
import type { Point } from './recorder.js';

/**
 * What a recorded point says of the gas, for `energyBalance`: of a training as of a simulation.
 *
 * @throws ThermoError for a point without a finite pressure, volume, temperature or energy where it has one.
 */
export function gasReadingOf(point: Point): GasReading {
  return {
    temperature: measuredOrNull(point, 'temperature'),
    pressure: measured(point, 'pressure'),
    volume: measured(point, 'volume'),
    internalEnergy: measuredOrNull(point, 'internalEnergy'),
  };
}

function measuredOrNull(point: Point, name: string): number | null {
  return (point[name] ?? null) === null ? null : measured(point, name);
}

function measured(point: Point, name: string): number {
  const value = point[name];
  if (typeof value !== 'number') {
    throw new ThermoError(
      `${name} of the point at step ${point.step} is ${String(value)}: pass points of a gas`,
    );
  }
  return requireFinite(`${name} of the point at step ${point.step}`, value);
}
