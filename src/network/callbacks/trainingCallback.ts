import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import { trainedModel } from '../noise/trainFunction.js';

/** What a callback does in a training, and the model it does it to: the one that trains, inside a Sequential. */
export interface Reactions {
  trainBegin?(model: tf.LayersModel): void | Promise<void>;
  /** @param epoch counted from 0, as tfjs does. */
  epochBegin?(model: tf.LayersModel, epoch: number): void | Promise<void>;
  batchBegin?(model: tf.LayersModel): void | Promise<void>;
  /** @param logs of numbers and, unless another callback has read them, of scalars, which are tfjs's to dispose. */
  batchEnd?(model: tf.LayersModel, logs: tf.Logs, batch: number): void | Promise<void>;
  epochEnd?(model: tf.LayersModel, logs: tf.Logs, epoch: number): void | Promise<void>;
  trainEnd?(model: tf.LayersModel): void | Promise<void>;
}

class Reacting extends tf.Callback {}

/**
 * A callback of tfjs that works in every place of a list, in fit and fitDataset.
 *
 * tfjs takes callbacks apart where the first of a list is none of its own: it then calls them without `this` and does not tell
 * them their model. So everything is a closure, and the model may be named.
 *
 * @param what the callback, as the user calls it.
 * @param named the model, where the user has named it.
 * @param own what the callback has beside.
 */
export function trainingCallback<Own extends object>(
  what: string,
  named: tf.LayersModel | undefined,
  reactions: Reactions,
  own: Own,
): tf.Callback & Own {
  const callback = new Reacting();
  const model = (): tf.LayersModel => {
    // Typed as always there, but null until tfjs tells it.
    const told = callback.model as tf.LayersModel | null;
    const wanted = named === undefined ? null : (trainedModel(named) as unknown as tf.LayersModel);
    if (told !== null && wanted !== null && told !== wanted) {
      throw new ThermoError(
        `${what} is given another model than the one that trains: pass { model } with the model that fit is called on, or leave it out`,
      );
    }
    const found = told ?? wanted;
    if (found !== null) return found;
    throw new ThermoError(
      `${what} is not told its model, since the first callback of the list is a plain object: put ${what} first, or pass it { model }`,
    );
  };
  const { trainBegin, epochBegin, batchBegin, batchEnd, epochEnd, trainEnd } = reactions;
  if (trainBegin) callback.onTrainBegin = async () => trainBegin(model());
  if (epochBegin) callback.onEpochBegin = async (epoch) => epochBegin(model(), epoch);
  if (batchBegin) callback.onBatchBegin = async () => batchBegin(model());
  if (batchEnd) callback.onBatchEnd = async (batch, logs = {}) => batchEnd(model(), logs as tf.Logs, batch);
  if (epochEnd) callback.onEpochEnd = async (epoch, logs = {}) => epochEnd(model(), logs as tf.Logs, epoch);
  if (trainEnd) callback.onTrainEnd = async () => trainEnd(model());
  return Object.defineProperties(callback, Object.getOwnPropertyDescriptors(own)) as tf.Callback & Own;
}
