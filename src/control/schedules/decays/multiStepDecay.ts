import { requireFinite, requireKnownNames, requirePositive } from '../../../error.js';
import { boundariesPassed } from '../definition/boundariesPassed.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireBoundaries } from '../definition/requireBoundaries.js';
import type { Schedule } from '../schedule.js';

/** Options of `multiStepDecay`. */
export interface MultiStepDecayOptions {
  /** The value at step 0. */
  readonly from: number;
  /** What it is multiplied with at each boundary, greater than 0; default 0.1. */
  readonly factor?: number;
  /** The steps of the drops: greater than 0, in rising order. */
  readonly boundaries: readonly number[];
}

/**
 * A drop by the same factor at each of some steps.
 *
 * x(t) = from factor^(number of boundaries b with b <= t)
 *
 * As torch.optim.lr_scheduler.MultiStepLR and timm's MultiStepLRScheduler, whose milestones and decay_t are `boundaries`.
 *
 * @throws ThermoError for a start that is not finite, a factor that is not positive, or boundaries out of order.
 */
export function multiStepDecay(options: MultiStepDecayOptions): Schedule {
  requireKnownNames('multiStepDecay', options, ['from', 'factor', 'boundaries']);
  const { from, factor = 0.1 } = options;
  requireFinite('from of multiStepDecay', from);
  requirePositive('factor of multiStepDecay', factor);
  const boundaries = [...requireBoundaries('multiStepDecay', options.boundaries)];
  return defineSchedule(
    'multiStepDecay',
    { from, factor, boundaries },
    (step) => from * factor ** boundariesPassed(boundaries, step),
  );
}
