import type * as tf from '@tensorflow/tfjs';
import type { NumberOrSchedule } from '../../control/index.js';
import { ThermoError } from '../../error.js';

/** The learning rate of an optimizer. */
export interface OwnRate {
  /** As the optimizer was made with it. */
  readonly given: NumberOrSchedule;
  /** Sets the rate of the steps to come; nothing is done where it is that already. */
  set(rate: NumberOrSchedule): void;
}

interface WithRate {
  learningRate?: NumberOrSchedule;
  setLearningRate?(rate: NumberOrSchedule): void;
}

/**
 * Finds the learning rate of an optimizer: `setLearningRate` where it has one, as tf.train.sgd does, which holds the rate on the
 * device, else the number `learningRate`, which the others read in each step.
 *
 * @throws ThermoError for an optimizer that has neither.
 */
export function ownRate(optimizer: tf.Optimizer): OwnRate {
  const held = optimizer as unknown as WithRate;
  const given = held.learningRate;
  if (typeof given !== 'number' && typeof given !== 'function') {
    throw new ThermoError(
      `optimizer ${optimizer.getClassName()} has no learningRate: give it a number of that name that its applyGradients reads`,
    );
  }
  let last: NumberOrSchedule = given;
  return {
    given,
    set(rate) {
      if (rate === last) return;
      last = rate;
      if (held.setLearningRate !== undefined) held.setLearningRate(rate);
      else held.learningRate = rate;
    },
  };
}
