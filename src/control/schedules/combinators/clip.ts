import { requireFinite, requireKnownNames, ThermoError } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { scheduleOf } from '../definition/scheduleOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** Options of `clip`: one of them or both. */
export interface ClipOptions {
  /** The floor; left out, there is none. */
  readonly minimum?: number;
  /** The ceiling, at least the floor; left out, there is none. */
  readonly maximum?: number;
}

/**
 * A schedule held between a floor and a ceiling.
 *
 * x(t) = min(max(y(t), minimum), maximum)
 *
 * With `exponential`, optax.exponential_decay's end_value.
 *
 * @throws ThermoError for neither floor nor ceiling, one that is not finite, or a floor above the ceiling.
 */
export function clip(schedule: NumberOrSchedule, options: ClipOptions): Schedule {
  const of = scheduleOf('clip', schedule);
  requireKnownNames('clip', options, ['minimum', 'maximum']);
  const { minimum, maximum } = options;
  if (minimum === undefined && maximum === undefined) {
    throw new ThermoError('clip has neither minimum nor maximum: pass one of them or both');
  }
  const floor = minimum === undefined ? -Infinity : requireFinite('minimum of clip', minimum);
  const ceiling = maximum === undefined ? Infinity : requireFinite('maximum of clip', maximum);
  if (floor > ceiling) {
    throw new ThermoError(
      `minimum of clip is ${floor}: pass a number of at most maximum, which is ${ceiling}`,
    );
  }
  return defineSchedule('clip', { of, minimum, maximum }, (step) =>
    Math.min(Math.max(of(step), floor), ceiling),
  );
}
