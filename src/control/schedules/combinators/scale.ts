import { requireFinite, requireKnownNames } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { scheduleOf } from '../definition/scheduleOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** Options of `scale`. */
export interface ScaleOptions {
  /** What every value is multiplied with. */
  readonly factor: number;
}

/**
 * A schedule times a factor.
 *
 * @throws ThermoError for a factor that is not finite.
 */
export function scale(schedule: NumberOrSchedule, options: ScaleOptions): Schedule {
  const of = scheduleOf('scale', schedule);
  requireKnownNames('scale', options, ['factor']);
  const { factor } = options;
  requireFinite('factor of scale', factor);
  return defineSchedule('scale', { of, factor }, (step) => of(step) * factor);
}
