import { requirePositive, ThermoError } from '../../../error.js';
import { requireFiniteNumbers } from './requireFiniteNumbers.js';

/** Refuses boundaries that are not one step or more, each greater than 0 and greater than the one before it. */
export function requireBoundaries(name: string, boundaries: readonly number[]): readonly number[] {
  const what = `boundaries of ${name}`;
  requireFiniteNumbers(what, boundaries);
  if (boundaries.length === 0) throw new ThermoError(`${what} are none: pass at least one step`);
  boundaries.forEach((boundary, i) => requirePositive(`${what}[${i}]`, boundary));
  if (boundaries.some((boundary, i) => i > 0 && boundary <= boundaries[i - 1]!)) {
    throw new ThermoError(`${what} are ${boundaries.join(', ')}: pass them in rising order, each once`);
  }
  return boundaries;
}
