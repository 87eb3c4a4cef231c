import { requireFinite, requireKnownNames, requirePositive } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import type { Schedule } from '../schedule.js';

/** Options of `stepDecay`. */
export interface StepDecayOptions {
  /** The value at step 0. */
  readonly from: number;
  /** What it is multiplied with at each drop, greater than 0; default 0.1. */
  readonly factor?: number;
  /** The steps between two drops, greater than 0. */
  readonly every: number;
}

/**
 * A drop by the same factor every so many steps.
 *
 * x(t) = from factor^floor(t / every)
 *
 * As torch.optim.lr_scheduler.StepLR and timm's StepLRScheduler.
 *
 * @throws ThermoError for a start that is not finite, or a factor or `every` that is not positive.
 */
export function stepDecay(options: StepDecayOptions): Schedule {
  requireKnownNames('stepDecay', options, ['from', 'factor', 'every']);
  const { from, factor = 0.1, every } = options;
  requireFinite('from of stepDecay', from);
  requirePositive('factor of stepDecay', factor);
  requirePositive('every of stepDecay', every);
  return defineSchedule(
    'stepDecay',
    { from, factor, every },
    (step) => from * factor ** Math.floor(step / every),
  );
}
