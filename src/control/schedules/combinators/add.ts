import { defineSchedule } from '../definition/defineSchedule.js';
import { schedulesOf } from '../definition/schedulesOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/**
 * The sum of schedules.
 *
 * x(t) = x_1(t) + x_2(t) + ...
 *
 * With `scale`, a schedule that mirrors another: `add([1, scale(schedule, { factor: -1 })])`.
 *
 * @param schedules each a schedule or a number; at least one.
 * @throws ThermoError for no schedules, or what is neither schedule nor number.
 */
export function add(schedules: readonly NumberOrSchedule[]): Schedule {
  const terms = schedulesOf('add', schedules);
  return defineSchedule('add', { schedules: terms }, (step) =>
    terms.reduce((sum, term) => sum + term(step), 0),
  );
}
