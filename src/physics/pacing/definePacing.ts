import { ThermoError } from '../../error.js';
import type { Pacing, PacingName } from './pacing.js';

/**
 * Makes a pacing of a formula: checks what it is given, and holds it to its ends, which rounding would overstep.
 *
 * `requireEnd` refuses an end that the formula cannot take; `between` is the formula for fractions within (0, 1).
 */
export function definePacing(
  name: PacingName,
  requireEnd: (what: string, value: number) => number,
  between: (fraction: number, from: number, to: number) => number,
): Pacing {
  return {
    name,
    at: (fraction, from, to) => {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new ThermoError(`fraction is ${fraction}: pass a number from 0 (the start) to 1 (the end)`);
      }
      requireEnd(`${name} pacing's from`, from);
      requireEnd(`${name} pacing's to`, to);
      if (fraction === 0) return from;
      if (fraction === 1) return to;
      return Math.min(Math.max(between(fraction, from, to), Math.min(from, to)), Math.max(from, to));
    },
  };
}
