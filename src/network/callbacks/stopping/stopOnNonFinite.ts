import type * as tf from '@tensorflow/tfjs';
import { DivergenceError } from '../../../control/index.js';
import { requireCount, requireKnownNames } from '../../../error.js';
import { loggedNumber } from '../loggedNumber.js';
import { trainingCallback } from '../trainingCallback.js';

/** How often the loss is looked at. */
export interface StopOnNonFiniteOptions {
  /** The model in training; needed only after a plain object in the list of callbacks. */
  readonly model?: tf.LayersModel;
  /** Steps between looks, each of which waits for the device; default 20. The end of an epoch tells of all its steps. */
  readonly every?: number;
}

/**
 * Ends training with a DivergenceError when the loss turns NaN or infinite, which names the step and the last finite loss. A
 * ThermoMonitor does so by itself.
 *
 * @throws ThermoError for options out of range.
 */
export function stopOnNonFinite(options: StopOnNonFiniteOptions = {}): tf.Callback {
  requireKnownNames('stopOnNonFinite', options, ['every', 'model']);
  const { every = 20, model: named } = options;
  requireCount('every of stopOnNonFinite', every);
  let steps = 0;
  let last: string | null = null;
  const look = async (logs: tf.Logs, name: string): Promise<void> => {
    const loss = await loggedNumber(logs, 'loss');
    if (loss === undefined) return;
    if (!Number.isFinite(loss)) throw new DivergenceError(steps, null, { known: last });
    last = `at step ${steps}: ${name} ${loss.toPrecision(3)}`;
  };
  return trainingCallback(
    'stopOnNonFinite',
    named,
    {
      trainBegin(model) {
        steps = model.optimizer.iterations;
        last = null;
      },
      async batchEnd(model, logs) {
        const { iterations } = model.optimizer;
        // Where gradients are accumulated, several batches make a step.
        if (iterations === steps) return;
        steps = iterations;
        if (steps % every === 0) await look(logs, 'loss');
      },
      epochEnd: (_, logs) => look(logs, 'mean loss of the epoch'),
    },
    {},
  );
}
