import { requireKnownNames, requireNonNegative } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { scheduleOf } from '../definition/scheduleOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** Options of `shift`. */
export interface ShiftOptions {
  /** The step of the schedule that is to be the first, at least 0. */
  readonly by: number;
}

/**
 * A schedule entered at a later step: `shift(schedule, { by: 1 })` counts from 1, as some definitions do.
 *
 * x(t) = y(t + by)
 *
 * To enter it later in time instead, `join` it to what comes before it.
 *
 * @throws ThermoError for a step that is not finite or is negative.
 */
export function shift(schedule: NumberOrSchedule, options: ShiftOptions): Schedule {
  const of = scheduleOf('shift', schedule);
  requireKnownNames('shift', options, ['by']);
  const { by } = options;
  requireNonNegative('by of shift', by);
  return defineSchedule('shift', { of, by }, (step) => of(step + by));
}
