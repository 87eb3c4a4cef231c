import { requireKnownNames } from '../../../error.js';
import { boundariesPassed } from '../definition/boundariesPassed.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireBoundaries } from '../definition/requireBoundaries.js';
import { requireOneMore } from '../definition/requireOneMore.js';
import { schedulesOf } from '../definition/schedulesOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** Options of `join`. */
export interface JoinOptions {
  /** The steps from which the next schedule holds: greater than 0, in rising order, one fewer than the schedules. */
  readonly boundaries: readonly number[];
}

/**
 * One schedule after another, each from its own step 0 on.
 *
 * x(t) = x_i(t - b_i), i the number of boundaries b with b <= t
 *
 * As optax.join_schedules and torch.optim.lr_scheduler.SequentialLR.
 *
 * @param schedules in their order, each a schedule or a number.
 * @throws ThermoError for boundaries out of order, or schedules that are not one more than them.
 */
export function join(schedules: readonly NumberOrSchedule[], options: JoinOptions): Schedule {
  const parts = schedulesOf('join', schedules);
  requireKnownNames('join', options, ['boundaries']);
  const boundaries = [...requireBoundaries('join', options.boundaries)];
  requireOneMore('schedules of join', parts, boundaries);
  return defineSchedule('join', { schedules: parts, boundaries }, (step) => {
    const part = boundariesPassed(boundaries, step);
    return parts[part]!(step - (boundaries[part - 1] ?? 0));
  });
}
