import type * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../../error.js';

interface Claim {
  readonly what: string;
  readonly by: object;
}

/** Who turns the rate in each training; tfjs makes a History for every one. */
const claims = new WeakMap<object, Claim>();

/**
 * Refuses a second callback that turns the rate in one training.
 * @param by tells one callback from another of the same name.
 * @throws ThermoError naming both.
 */
export function claimRate(model: tf.LayersModel, { what, by }: Claim): void {
  const training = model.history as object | undefined;
  if (training === undefined) return;
  const held = claims.get(training);
  if (held !== undefined && held.by !== by) {
    throw new ThermoError(`${held.what} and ${what} both turn the learning rate: pass one of them`);
  }
  claims.set(training, { what, by });
}
