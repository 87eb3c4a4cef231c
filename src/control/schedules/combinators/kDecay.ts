import { requireCount, requireKnownNames, requirePositive } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { scheduleOf } from '../definition/scheduleOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** Options of `kDecay`. */
export interface KDecayOptions {
  /** n, the length of the schedule, at least 1. */
  readonly steps: number;
  /** k, greater than 0: above 1 the schedule dwells on its beginning, below 1 on its end. */
  readonly order: number;
}

/**
 * A schedule on a bent time: the same values from beginning to end, passed through later (k > 1) or sooner (k < 1).
 *
 * x(t) = y(n (t / n)^k) while t < n, then y(t)
 *
 * With `cosine` or `polynomial`, k_decay of timm's CosineLRScheduler and PolyLRScheduler.
 *
 * @throws ThermoError for a number of steps that is no whole number of at least 1, or an order that is not positive.
 * @see T. Zhang and W. Li, arXiv 2004.05909
 */
export function kDecay(schedule: NumberOrSchedule, options: KDecayOptions): Schedule {
  const of = scheduleOf('kDecay', schedule);
  requireKnownNames('kDecay', options, ['steps', 'order']);
  const { steps, order } = options;
  requireCount('steps of kDecay', steps);
  requirePositive('order of kDecay', order);
  return defineSchedule('kDecay', { of, steps, order }, (step) =>
    of(step < steps ? steps * (step / steps) ** order : step),
  );
}
