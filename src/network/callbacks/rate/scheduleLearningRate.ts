import type * as tf from '@tensorflow/tfjs';
import type { Schedule } from '../../../control/index.js';
import { requireKnownNames, requireNonNegative, ThermoError } from '../../../error.js';
import { isThermalOptimizer } from '../../optimizer/thermalOptimizer.js';
import { ownRate } from '../../thermalize/ownRate.js';
import { trainingCallback } from '../trainingCallback.js';
import { claimRate } from './claimRate.js';

/** How a schedule is followed. */
export interface ScheduleLearningRateOptions {
  /**
   * What the schedule counts: `steps` (default), going on from those that the optimizer has taken, or `epochs`, going on
   * from fit's initialEpoch.
   */
  readonly by?: 'steps' | 'epochs';
  /** The model in training; needed only after a plain object in the list of callbacks. */
  readonly model?: tf.LayersModel;
}

/**
 * Has one of tf.train's optimizers, or any other with a learning rate, follow a schedule.
 *
 * The rate goes into the logs of each epoch as `learningRate`. It is a function of the step or epoch alone, so a resumed
 * training goes on where it was.
 *
 * @example
 * const rate = warmUp(cosine({ from: 0.1, steps: 9500 }), { steps: 500 });
 * await model.fit(xs, ys, { epochs: 20, callbacks: [scheduleLearningRate(rate)] });
 *
 * @throws ThermoError for what is no schedule; when training begins for an optimizer that takes schedules itself or has no
 *   rate, and where another callback turns the rate; in the first step at which a rate is negative or not finite.
 */
export function scheduleLearningRate(
  schedule: Schedule,
  options: ScheduleLearningRateOptions = {},
): tf.Callback {
  const given: unknown = schedule;
  if (typeof given !== 'function') {
    throw new ThermoError(
      `scheduleLearningRate is given ${JSON.stringify(given)}: pass a schedule such as cosine({ from: 0.1, steps: 1000 })`,
    );
  }
  requireKnownNames('scheduleLearningRate', options, ['by', 'model']);
  const { by = 'steps', model: named } = options;
  if ((by as unknown) !== 'steps' && (by as unknown) !== 'epochs') {
    throw new ThermoError(`by of scheduleLearningRate is ${JSON.stringify(by)}: pass 'steps' or 'epochs'`);
  }
  const key = {};
  let step = 0;
  let rate = 0;
  const set = ({ optimizer }: tf.LayersModel, count: number): void => {
    rate = requireNonNegative(`learningRate of scheduleLearningRate at ${by} ${count}`, schedule(count));
    ownRate(optimizer).set(rate);
  };

  return trainingCallback(
    'scheduleLearningRate',
    named,
    {
      trainBegin(model) {
        claimRate(model, { what: 'scheduleLearningRate', by: key });
        requirePlain(model.optimizer);
        step = model.optimizer.iterations;
      },
      ...(by === 'epochs'
        ? { epochBegin: set }
        : {
            batchBegin: (model) => set(model, step),
            batchEnd() {
              step += 1;
            },
          }),
      epochEnd(_, logs) {
        logs['learningRate'] = rate;
      },
    },
    {},
  );
}

function requirePlain(optimizer: tf.Optimizer): void {
  if (isThermalOptimizer(optimizer) || typeof ownRate(optimizer).given === 'function') {
    throw new ThermoError(
      `scheduleLearningRate is for optimizers that take no schedules: pass the schedule to ${optimizer.getClassName()} as its learningRate, and leave the callback out`,
    );
  }
}
