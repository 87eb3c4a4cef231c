import { requirePositive, ThermoError } from '../../../error.js';

/** Refuses a number outside (0, 1]. */
export function requireShare(what: string, value: number): number {
  requirePositive(what, value);
  if (value > 1) throw new ThermoError(`${what} is ${value}: pass a number in (0, 1]`);
  return value;
}
