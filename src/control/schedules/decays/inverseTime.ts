import { requireFinite, requireKnownNames, requireNonNegative, requirePositive } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import type { Schedule } from '../schedule.js';

/** Options of `inverseTime`. */
export interface InverseTimeOptions {
  /** The value at step 0. */
  readonly from: number;
  /** How much the divisor grows, at least 0. */
  readonly rate: number;
  /** The steps in which it grows by that much, greater than 0; default 1. */
  readonly every?: number;
}

/**
 * One over the time: the course of constant thermodynamic speed, with no end.
 *
 * x(t) = from / (1 + rate t / every)
 *
 * As keras.optimizers.schedules.InverseTimeDecay (with `staircase`, its staircase = True).
 *
 * @throws ThermoError for a start that is not finite, a negative rate, or an `every` that is not positive.
 */
export function inverseTime(options: InverseTimeOptions): Schedule {
  requireKnownNames('inverseTime', options, ['from', 'rate', 'every']);
  const { from, rate, every = 1 } = options;
  requireFinite('from of inverseTime', from);
  requireNonNegative('rate of inverseTime', rate);
  requirePositive('every of inverseTime', every);
  return defineSchedule('inverseTime', { from, rate, every }, (step) => from / (1 + (rate * step) / every));
}
