import type * as tf from '@tensorflow/tfjs';
import { requireCount, requireKnownNames, requireNonNegative, ThermoError } from '../../../error.js';
import { metric, type MetricOptions } from '../metric/index.js';
import { trainingCallback } from '../trainingCallback.js';
import { claimRate } from './claimRate.js';
import { afterEpoch, unseen, type PlateauState } from './plateau.js';
import { rateKnob } from './rateKnob.js';

/** When the rate is reduced, and by how much. */
export interface ReduceOnPlateauOptions extends MetricOptions {
  /** The model in training; needed only after a plain object in the list of callbacks. */
  readonly model?: tf.LayersModel;
  /** What the rate is multiplied by, in (0, 1); default 0.1. */
  readonly factor?: number;
  /** Epochs in a row without improvement until the rate is reduced; default 10. */
  readonly patience?: number;
  /** What a value must be better by to be an improvement, at least 0; default 1e-4. */
  readonly threshold?: number;
  /** Whether the threshold is a share of the best value's size, or a difference; default `relative`. */
  readonly thresholdMode?: 'relative' | 'absolute';
  /** Epochs after a reduction that are not counted; default 0. */
  readonly cooldown?: number;
  /** The lowest rate, eta or eta_eff; default 0. */
  readonly minimum?: number;
  /** What `save` gave in an earlier run, to go on from. */
  readonly state?: PlateauState;
}

/** A callback that reduces the rate. */
export interface ReduceOnPlateau extends tf.Callback {
  /** What it remembers, as plain JSON; the rate itself is saved with the optimizer. */
  save(): PlateauState;
}

const optionNames: readonly (keyof ReduceOnPlateauOptions)[] = [
  'monitor',
  'mode',
  'factor',
  'patience',
  'threshold',
  'thresholdMode',
  'cooldown',
  'minimum',
  'state',
  'model',
];

/**
 * Multiplies the rate by a factor each time a metric has stopped improving: eta <- max(factor eta, minimum).
 *
 * For any optimizer with a learning rate, on a schedule or not; where an effective rate is given, that is what is reduced. A
 * value that is not finite is never an improvement. The rate of each epoch goes into the logs, as `learningRate` or
 * `effectiveLearningRate`. Every training begins anew, or from `state`.
 *
 * As ReduceLROnPlateau of Keras and PyTorch, where the patience of PyTorch is one less and the cooldown of Keras, unless 0, one more.
 *
 * @throws ThermoError for options out of range; when training begins for an optimizer that follows a process or has no rate,
 *   and where another callback turns the rate; after the first epoch for a metric that is not in the logs.
 */
export function reduceOnPlateau(options: ReduceOnPlateauOptions = {}): ReduceOnPlateau {
  requireKnownNames('reduceOnPlateau', options, optionNames);
  const { factor = 0.1, patience = 10, cooldown = 0, minimum = 0 } = options;
  if (!(factor > 0 && factor < 1)) {
    throw new ThermoError(
      `factor of reduceOnPlateau is ${String(factor)}: pass a number greater than 0 and less than 1`,
    );
  }
  requireCount('patience of reduceOnPlateau', patience, 0);
  requireCount('cooldown of reduceOnPlateau', cooldown, 0);
  requireNonNegative('minimum of reduceOnPlateau', minimum);
  const margin = marginOf(options);
  const watched = metric('reduceOnPlateau', options);
  const rule = {
    patience,
    cooldown,
    isBetter: (value: number, best: number | null) => watched.isBetter(value, best, margin(best ?? 0)),
  };
  let state = options.state ?? unseen;

  const own = { save: () => state };
  return trainingCallback(
    'reduceOnPlateau',
    options.model,
    {
      trainBegin(model) {
        claimRate(model, { what: 'reduceOnPlateau', by: own });
        // A rate that something else leads refuses here, before the first step.
        rateKnob(model.optimizer).requireTurnable();
        state = options.state ?? unseen;
      },
      async epochEnd(model, logs) {
        const knob = rateKnob(model.optimizer);
        const next = afterEpoch(state, await watched.read(logs), rule);
        logs[knob.name] = knob.rate;
        state = next.state;
        if (next.isDue && knob.rate > minimum) knob.multiply(Math.max(factor, minimum / knob.rate));
      },
    },
    own,
  );
}

function marginOf({
  threshold = 1e-4,
  thresholdMode = 'relative',
}: ReduceOnPlateauOptions): (best: number) => number {
  requireNonNegative('threshold of reduceOnPlateau', threshold);
  if (thresholdMode === 'relative') return (best) => threshold * Math.abs(best);
  if (thresholdMode === 'absolute') return () => threshold;
  throw new ThermoError(
    `thresholdMode of reduceOnPlateau is ${JSON.stringify(thresholdMode)}: pass 'relative' or 'absolute'`,
  );
}
