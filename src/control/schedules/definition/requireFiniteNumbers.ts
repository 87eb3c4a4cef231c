import { requireFinite, ThermoError } from '../../../error.js';

/** Refuses anything but an array of finite numbers. */
export function requireFiniteNumbers(what: string, values: readonly number[]): readonly number[] {
  if (!Array.isArray(values))
    throw new ThermoError(`${what} are ${String(values)}: pass an array of numbers`);
  values.forEach((value, i) => requireFinite(`${what}[${i}]`, value));
  return values;
}
