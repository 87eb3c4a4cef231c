import { defineSchedule } from '../definition/defineSchedule.js';
import { schedulesOf } from '../definition/schedulesOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/**
 * The product of schedules: a value and the factors that act on it at the same time.
 *
 * x(t) = x_1(t) x_2(t) ...
 *
 * As torch.optim.lr_scheduler.ChainedScheduler, whose base rate is the first factor:
 * `chain([0.05, piecewiseConstant({ values: [0.1, 1], boundaries: [20] }), exponential({ from: 1, rate: 0.9 })])`.
 *
 * @param schedules each a schedule or a number; at least one.
 * @throws ThermoError for no schedules, or what is neither schedule nor number.
 */
export function chain(schedules: readonly NumberOrSchedule[]): Schedule {
  const factors = schedulesOf('chain', schedules);
  return defineSchedule('chain', { schedules: factors }, (step) =>
    factors.reduce((product, factor) => product * factor(step), 1),
  );
}
