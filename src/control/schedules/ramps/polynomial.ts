import { requireCount, requireFinite, requireKnownNames, requirePositive } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireOneOf } from '../definition/requireOneOf.js';
import type { Schedule } from '../schedule.js';

/** Options of `polynomial`. */
export interface PolynomialOptions {
  /** The value at step 0. */
  readonly from: number;
  /** The value at step `steps`; default 0. */
  readonly to?: number;
  /** At least 1. */
  readonly steps: number;
  /** Greater than 0; default 1, a straight line. */
  readonly power?: number;
  /**
   * What is done past `steps`: `hold` (default) the end, or `stretch` the length to the next multiple of `steps` each time
   * it has come to its end, so that the value jumps up and falls again, less high each time.
   */
  readonly beyond?: 'hold' | 'stretch';
}

/**
 * A power of the share of the way that is left.
 *
 * x(t) = to + (from - to) (1 - t / n)^power, n = steps or, stretched, steps ceil(t / steps)
 *
 * As keras.optimizers.schedules.PolynomialDecay (`stretch` is its cycle = True), optax.polynomial_schedule,
 * torch.optim.lr_scheduler.PolynomialLR and timm's PolyLRScheduler.
 *
 * @throws ThermoError for ends that are not finite, a number of steps that is no whole number of at least 1, a power that
 *   is not positive, or a `beyond` that is not known.
 */
export function polynomial(options: PolynomialOptions): Schedule {
  requireKnownNames('polynomial', options, ['from', 'to', 'steps', 'power', 'beyond']);
  const { from, to = 0, steps, power = 1, beyond = 'hold' } = options;
  requireFinite('from of polynomial', from);
  requireFinite('to of polynomial', to);
  requireCount('steps of polynomial', steps);
  requirePositive('power of polynomial', power);
  requireOneOf('beyond of polynomial', beyond, ['hold', 'stretch']);
  return defineSchedule('polynomial', { from, to, steps, power, beyond }, (step) => {
    const length = beyond === 'hold' ? steps : steps * Math.max(1, Math.ceil(step / steps));
    return to + (from - to) * (1 - Math.min(step / length, 1)) ** power;
  });
}
