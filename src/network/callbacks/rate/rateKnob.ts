import type * as tf from '@tensorflow/tfjs';
import { rateOf, scale } from '../../../control/index.js';
import { isThermalOptimizer } from '../../optimizer/thermalOptimizer.js';
import { ownRate } from '../../thermalize/ownRate.js';

/** The rate of an optimizer, to be read and turned. */
export interface RateKnob {
  /** What the rate is called in the logs. */
  readonly name: 'learningRate' | 'effectiveLearningRate';
  /** The rate of the next step. */
  readonly rate: number;
  /** Multiplies the rate of every step to come; whether that is a number or a schedule, it is saved with the optimizer. */
  multiply(factor: number): void;
  /** @throws ThermoError where a process leads the rate. */
  requireTurnable(): void;
}

/**
 * The knob of an optimizer at this step.
 * @throws ThermoError for an optimizer without a learning rate.
 */
export function rateKnob(optimizer: tf.Optimizer): RateKnob {
  if (isThermalOptimizer(optimizer)) {
    const control = optimizer.nextControl;
    return {
      name: control.protocol === 'fixedLearningRate' ? 'learningRate' : 'effectiveLearningRate',
      rate: rateOf(control),
      multiply(factor) {
        optimizer.rateFactor *= factor;
      },
      requireTurnable() {
        optimizer.rateFactor *= 1;
      },
    };
  }
  const own = ownRate(optimizer);
  const { given } = own;
  return {
    name: 'learningRate',
    rate: typeof given === 'number' ? given : given(optimizer.iterations),
    multiply: (factor) => own.set(typeof given === 'number' ? given * factor : scale(given, { factor })),
    requireTurnable: () => {},
  };
}
