import { requireKnownNames, requirePositive } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { scheduleOf } from '../definition/scheduleOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** Options of `staircase`. */
export interface StaircaseOptions {
  /** The steps that a value is held for, greater than 0. */
  readonly every: number;
}

/**
 * A schedule in stairs: each value held until the next is due.
 *
 * x(t) = y(every floor(t / every))
 *
 * With `exponential` or `inverseTime` of the same `every`, staircase = True of Keras and optax.
 *
 * @throws ThermoError for an `every` that is not positive.
 */
export function staircase(schedule: NumberOrSchedule, options: StaircaseOptions): Schedule {
  const of = scheduleOf('staircase', schedule);
  requireKnownNames('staircase', options, ['every']);
  const { every } = options;
  requirePositive('every of staircase', every);
  return defineSchedule('staircase', { of, every }, (step) => of(every * Math.floor(step / every)));
}
