import { requireCount, requireFinite, requireKnownNames, ThermoError } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import type { Schedule } from '../schedule.js';

/** Options of `tanh`. */
export interface TanhOptions {
  /** The value it starts near, 8e-7 of the way off by default. */
  readonly from: number;
  /** The value it ends near, 0.25 % of the way off by default, and holds from step `steps` on; default 0. */
  readonly to?: number;
  /** At least 1. */
  readonly steps: number;
  /** Where on the curve it starts; default -7. */
  readonly lower?: number;
  /** Where on the curve it ends, above `lower`; default 3. */
  readonly upper?: number;
}

/**
 * A stretch of a hyperbolic tangent: long near its start, then a fast fall, then long near its end.
 *
 * x(t) = to + (from - to) (1 - tanh(lower (1 - f) + upper f)) / 2, f = t / steps; from f = 1 on exactly `to`
 *
 * As timm's TanhLRScheduler, whose lb and ub are `lower` and `upper`.
 *
 * @throws ThermoError for numbers that are not finite, a number of steps that is no whole number of at least 1, or `upper`
 *   not above `lower`.
 * @see B.-Y. Hsueh, W. Li and I.-C. Wu, arXiv 1806.01593
 */
export function tanh(options: TanhOptions): Schedule {
  requireKnownNames('tanh', options, ['from', 'to', 'steps', 'lower', 'upper']);
  const { from, to = 0, steps, lower = -7, upper = 3 } = options;
  requireFinite('from of tanh', from);
  requireFinite('to of tanh', to);
  requireCount('steps of tanh', steps);
  requireFinite('lower of tanh', lower);
  requireFinite('upper of tanh', upper);
  if (lower >= upper) {
    throw new ThermoError(`lower of tanh is ${lower}: pass a number below upper, which is ${upper}`);
  }
  return defineSchedule('tanh', { from, to, steps, lower, upper }, (step) => {
    if (step >= steps) return to;
    const fraction = step / steps;
    return to + ((from - to) * (1 - Math.tanh(lower * (1 - fraction) + upper * fraction))) / 2;
  });
}
