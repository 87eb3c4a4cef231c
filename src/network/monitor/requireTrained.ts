import type * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import { trainedModel } from '../noise/trainFunction.js';
import type { ThermoMonitorOptions } from './options.js';

/**
 * Refuses to watch one model while another trains, of which nothing would be seen.
 * @param trained the model whose training begins; null where tfjs does not tell.
 */
export function requireTrained(
  { model, optimizer }: ThermoMonitorOptions,
  trained: tf.LayersModel | null,
): void {
  if (trained === null) return;
  if (model !== undefined && (trainedModel(model) as unknown) !== trained) {
    throw new ThermoError(
      'the monitor watches another model than the one that trains: pass it { model } with the model that fit is called on',
    );
  }
  if (model === undefined && trained.optimizer !== optimizer) {
    throw new ThermoError(
      'the monitor watches another optimizer than the one that trains: pass it { model } with the model that fit is called on',
    );
  }
}
