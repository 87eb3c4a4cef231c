import { requireFinite, requireKnownNames, requirePositive } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import type { Schedule } from '../schedule.js';

/** Options of `exponential`. */
export interface ExponentialOptions {
  /** The value at step 0. */
  readonly from: number;
  /** The factor by which the distance to `towards` changes, greater than 0; above 1 it grows without end. */
  readonly rate: number;
  /** The steps in which it changes by that factor, greater than 0; default 1. */
  readonly every?: number;
  /** The value that it comes nearer to, without reaching it; default 0. */
  readonly towards?: number;
}

/**
 * The same factor in every step.
 *
 * x(t) = towards + (from - towards) rate^(t / every)
 *
 * As keras.optimizers.schedules.ExponentialDecay and optax.exponential_decay (with `staircase`, their staircase = True;
 * with `clip`, optax's end_value), and torch.optim.lr_scheduler.ExponentialLR. With `towards`, pytorch_warmup's
 * ExponentialWarmup.
 *
 * @throws ThermoError for values that are not finite, or a rate or `every` that is not positive.
 */
export function exponential(options: ExponentialOptions): Schedule {
  requireKnownNames('exponential', options, ['from', 'rate', 'every', 'towards']);
  const { from, rate, every = 1, towards = 0 } = options;
  requireFinite('from of exponential', from);
  requirePositive('rate of exponential', rate);
  requirePositive('every of exponential', every);
  requireFinite('towards of exponential', towards);
  return defineSchedule(
    'exponential',
    { from, rate, every, towards },
    (step) => towards + (from - towards) * rate ** (step / every),
  );
}
