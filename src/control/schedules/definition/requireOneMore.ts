import { ThermoError } from '../../../error.js';

/** Refuses things that are not one more than the boundaries between them. `what` names them. */
export function requireOneMore(
  what: string,
  things: readonly unknown[],
  boundaries: readonly number[],
): void {
  if (things.length !== boundaries.length + 1) {
    throw new ThermoError(
      `${what} are ${things.length} for ${boundaries.length} boundaries: pass ${boundaries.length + 1}, one before each boundary and one after the last`,
    );
  }
}
