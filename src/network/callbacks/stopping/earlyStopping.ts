import type * as tf from '@tensorflow/tfjs';
import { requireCount, requireFinite, requireKnownNames, requireNonNegative } from '../../../error.js';
import { metric, type MetricOptions } from '../metric/index.js';
import { trainingCallback } from '../trainingCallback.js';
import { keptWeights } from './keptWeights.js';

/** When training stops. */
export interface EarlyStoppingOptions extends MetricOptions {
  /** The model in training; needed only after a plain object in the list of callbacks. */
  readonly model?: tf.LayersModel;
  /** What a value must be better by to be an improvement, at least 0; default 0. */
  readonly minDelta?: number;
  /** Epochs in a row without improvement until training stops; default 0, which stops at the first of them as 1 does. */
  readonly patience?: number;
  /** A value that the first improvement must be better than; default none. */
  readonly baseline?: number;
  /** Whether the model ends with the weights of the epoch with the best value; default false. */
  readonly restoreBestWeights?: boolean;
  /** What `save` gave in an earlier run, to go on from. */
  readonly state?: EarlyStoppingState;
}

/** What is remembered between epochs, as plain JSON. */
export interface EarlyStoppingState {
  /** The value to improve on; null where any will do. */
  readonly reference: number | null;
  /** Epochs in a row that did not. */
  readonly waited: number;
  /** The best value; null before the first finite one. */
  readonly best: number | null;
  /** Its epoch, counted from 0; null before the first finite value. */
  readonly bestEpoch: number | null;
}

/** A callback that stops training. */
export interface EarlyStopping extends tf.Callback {
  /** The epoch after which it stopped the training, counted from 0; null where it did not. */
  readonly stoppedEpoch: number | null;
  /** What it remembers, as plain JSON. */
  save(): EarlyStoppingState;
  /** Puts back the best weights of a training that ended with an error; any other does so by itself. */
  restore(): void;
  /** Lets go of the best weights of a training that ended with an error. */
  dispose(): void;
}

const optionNames: readonly (keyof EarlyStoppingOptions)[] = [
  'monitor',
  'mode',
  'minDelta',
  'patience',
  'baseline',
  'restoreBestWeights',
  'state',
  'model',
];

/**
 * Stops training when a metric has stopped improving, and puts back the best weights.
 *
 * It stops where tf.callbacks.earlyStopping does, whose restoreBestWeights throws. The best weights are those with the best
 * value, by however little, batch norm's averages among them; they are put back also where training ends by itself. A value
 * that is not finite is never an improvement. Every training begins anew, or from `state`; best weights of an earlier run
 * are not in there: keep them with `checkpoint({ keep: 'best' })`.
 *
 * @throws ThermoError for options out of range; after the first epoch for a metric that is not in the logs.
 */
export function earlyStopping(options: EarlyStoppingOptions = {}): EarlyStopping {
  requireKnownNames('earlyStopping', options, optionNames);
  const { minDelta = 0, patience = 0, baseline, restoreBestWeights = false } = options;
  requireNonNegative('minDelta of earlyStopping', minDelta);
  requireCount('patience of earlyStopping', patience, 0);
  if (baseline !== undefined) requireFinite('baseline of earlyStopping', baseline);
  const watched = metric('earlyStopping', options);
  const first: EarlyStoppingState = options.state ?? {
    reference: baseline ?? null,
    waited: 0,
    best: null,
    bestEpoch: null,
  };
  const weights = keptWeights();
  let state = first;
  let stoppedEpoch: number | null = null;

  return trainingCallback(
    'earlyStopping',
    options.model,
    {
      trainBegin() {
        weights.dispose();
        state = first;
        stoppedEpoch = null;
      },
      async epochEnd(model, logs, epoch) {
        const value = await watched.read(logs);
        const improved = watched.isBetter(value, state.reference, minDelta);
        const isBest = watched.isBetter(value, state.best, 0);
        if (isBest && restoreBestWeights) weights.keep(model);
        state = {
          reference: improved ? value : state.reference,
          waited: improved ? 0 : state.waited + 1,
          best: isBest ? value : state.best,
          bestEpoch: isBest ? epoch : state.bestEpoch,
        };
        if (improved || state.waited < patience) return;
        stoppedEpoch = epoch;
        model.stopTraining = true;
      },
      trainEnd: () => weights.restore(),
    },
    {
      get stoppedEpoch() {
        return stoppedEpoch;
      },
      save: () => state,
      restore: () => weights.restore(),
      dispose: () => weights.dispose(),
    },
  );
}
