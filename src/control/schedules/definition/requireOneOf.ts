import { ThermoError } from '../../../error.js';
import { nearestName } from '../../../nearestName.js';

/** Refuses anything but one of a few names, and suggests the nearest. */
export function requireOneOf<Name extends string>(
  what: string,
  value: Name,
  allowed: readonly [Name, ...Name[]],
): Name {
  if (allowed.includes(value)) return value;
  throw new ThermoError(
    `${what} is ${String(value)}: pass ${allowed.join(', ')} (perhaps you meant ${nearestName(String(value), allowed)})`,
  );
}
