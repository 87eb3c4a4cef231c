import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import { isThermalOptimizer } from '../optimizer/thermalOptimizer.js';
import type { ThermalizeOptions } from './options.js';
import { ThermalizedOptimizer } from './thermalizedOptimizer.js';

/**
 * Makes any optimizer obey schedules, processes, decoupled weight decay, clipping and the sphere.
 *
 * The optimizer's step is taken at this step's learning rate, or in its direction u as far as an effective rate asks:
 * w <- w (1 - eta lambda) - eta u, eta = eta_eff r^2. Without options its weights are bit for bit those without `thermalize`. It
 * is saved and loaded with its model, with the state of the optimizer inside to the last bit. From then on only the result is to
 * be used; the optimizer is its own.
 *
 * @example
 * const optimizer = thermalize(tf.train.adam(), {
 *   learningRate: warmUp(cosine({ from: 1e-3, steps: 9500 }), { steps: 500 }),
 *   weightDecay: 0.05,
 *   clipGlobalNorm: 1,
 * });
 *
 * @param optimizer one of tf.train's, or any tf.Optimizer with a `learningRate` that its step is linear in.
 * @throws ThermoError for what is no optimizer, obeys controls already or has no learning rate, for a momentum where there is none,
 *   and for options out of range.
 */
export function thermalize(optimizer: tf.Optimizer, options: ThermalizeOptions = {}): ThermalizedOptimizer {
  const given: unknown = optimizer;
  if (given == null || !(given instanceof tf.Optimizer)) {
    throw new ThermoError(
      `thermalize is given ${JSON.stringify(given)}: pass an optimizer such as tf.train.adam(0.001)`,
    );
  }
  if (isThermalOptimizer(given)) {
    throw new ThermoError(
      `thermalize is given a ${optimizer.getClassName()}, which obeys schedules and processes itself: pass them in its own options`,
    );
  }
  return new ThermalizedOptimizer(optimizer, options);
}
