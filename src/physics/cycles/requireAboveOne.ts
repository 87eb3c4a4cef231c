import { ThermoError, requireFinite } from '../../error.js';

/** Refuses a ratio that is not above 1. `what` names the option as the user wrote it. */
export function requireAboveOne(what: string, ratio: number): number {
  requireFinite(what, ratio);
  if (ratio <= 1)
    throw new ThermoError(`${what} is ${ratio}: pass the larger over the smaller, a number above 1`);
  return ratio;
}
