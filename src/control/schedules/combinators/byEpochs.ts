import { requireKnownNames, requirePositive } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireOneOf } from '../definition/requireOneOf.js';
import { scheduleOf } from '../definition/scheduleOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** Options of `byEpochs`. */
export interface ByEpochsOptions {
  /** The steps (batches) of an epoch, greater than 0: examples / batch size, rounded up if the last batch is smaller. */
  readonly stepsPerEpoch: number;
  /** `whole` (default): a value for each epoch. `fractional`: also between epochs. */
  readonly progress?: 'whole' | 'fractional';
}

/**
 * A schedule whose steps are epochs, for a body that counts batches.
 *
 * x(t) = y(floor(t / stepsPerEpoch)) or, fractional, y(t / stepsPerEpoch)
 *
 * As a scheduler that is stepped once an epoch in PyTorch, timm (t_in_epochs) and Keras (LearningRateScheduler).
 *
 * @throws ThermoError for a number of steps that is not positive, or a progress that is not known.
 */
export function byEpochs(schedule: NumberOrSchedule, options: ByEpochsOptions): Schedule {
  const of = scheduleOf('byEpochs', schedule);
  requireKnownNames('byEpochs', options, ['stepsPerEpoch', 'progress']);
  const { stepsPerEpoch, progress = 'whole' } = options;
  requirePositive('stepsPerEpoch of byEpochs', stepsPerEpoch);
  requireOneOf('progress of byEpochs', progress, ['whole', 'fractional']);
  return defineSchedule('byEpochs', { of, stepsPerEpoch, progress }, (step) => {
    const epochs = step / stepsPerEpoch;
    return of(progress === 'whole' ? Math.floor(epochs) : epochs);
  });
}
