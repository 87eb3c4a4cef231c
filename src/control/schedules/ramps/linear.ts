import { requireCount, requireFinite, requireKnownNames } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import type { Schedule } from '../schedule.js';

/** Options of `linear`. */
export interface LinearOptions {
  /** The value at step 0. */
  readonly from: number;
  /** The value from step `steps` on. */
  readonly to: number;
  /** At least 1. */
  readonly steps: number;
}

/**
 * The same difference in every step; the end is held.
 *
 * x(t) = from + (to - from) t / steps
 *
 * As optax.linear_schedule and, as a factor of a rate (see `chain`), torch.optim.lr_scheduler.LinearLR.
 *
 * @throws ThermoError for ends that are not finite or a number of steps that is no whole number of at least 1.
 */
export function linear(options: LinearOptions): Schedule {
  requireKnownNames('linear', options, ['from', 'to', 'steps']);
  const { from, to, steps } = options;
  requireFinite('from of linear', from);
  requireFinite('to of linear', to);
  requireCount('steps of linear', steps);
  return defineSchedule('linear', { from, to, steps }, (step) =>
    step >= steps ? to : from + (to - from) * (step / steps),
  );
}
