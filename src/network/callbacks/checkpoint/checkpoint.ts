import type * as tf from '@tensorflow/tfjs';
import { requireCount, requireKnownNames, ThermoError } from '../../../error.js';
import { metric, type MetricOptions } from '../metric/index.js';
import { trainingCallback } from '../trainingCallback.js';
import { cadenceOf, type Cadence, type CheckpointCadence } from './cadence.js';
import { checkpointPlace, type CheckpointPlace } from './checkpointPlace.js';
import { nameTemplate } from './nameTemplate.js';
import { saveModel } from './saveModel.js';

/** What is saved, when, and where. */
export interface CheckpointOptions extends MetricOptions {
  /**
   * A URL of tfjs such as `indexeddb://my-net`, `localstorage://my-net` or `downloads://`, or a place such as
   * `modelFolders('runs/my-net')` from tfjs-thermo/experiments, which a kill leaves whole.
   */
  readonly save: string | CheckpointPlace;
  /** The name of each, with {epoch} (counted from 1), {step} and anything in the logs; default `epoch-{epoch}`, or `step-{step}`. */
  readonly name?: string;
  /** How often; default `{ epochs: 1 }`. */
  readonly every?: CheckpointCadence;
  /** `all` (default), so many of the last, or the `best` of the metric, which alone asks for `monitor` and `mode`. */
  readonly keep?: 'all' | 'best' | number;
  /** Whether the optimizer is saved too, as going on needs; default true. */
  readonly includeOptimizer?: boolean;
  /** The model to save, such as a Sequential, which is otherwise saved as the model inside it; needed only after a plain object in the list of callbacks. */
  readonly model?: tf.LayersModel;
  /** What `save` gave in an earlier run, to go on from. */
  readonly state?: CheckpointState;
}

/** What is remembered between checkpoints, as plain JSON. */
export interface CheckpointState {
  /** The names of what is kept, the newest last. */
  readonly names: readonly string[];
  /** The value of the best; null before the first finite one. */
  readonly best: number | null;
}

/** A callback that saves models. */
export interface Checkpointing extends tf.Callback {
  /** The name of the newest, or the best; null before the first. */
  readonly latest: string | null;
  /** What it remembers, as plain JSON. */
  save(): CheckpointState;
}

const optionNames: readonly (keyof CheckpointOptions)[] = [
  'save',
  'name',
  'every',
  'keep',
  'monitor',
  'mode',
  'includeOptimizer',
  'model',
  'state',
];

/**
 * Saves the model while it trains. The new one is saved before an old one is removed, so one stands at every moment.
 *
 * @example
 * const saving = checkpoint({ save: 'indexeddb://my-net', keep: 'best', monitor: 'val_loss' });
 * await model.fit(xs, ys, { epochs: 20, validationData, callbacks: [saving] });
 * const best = await tf.loadLayersModel(`indexeddb://my-net/${saving.latest}`);
 *
 * @throws ThermoError for options out of range or at odds with each other; after the first epoch for a metric that is not in
 *   the logs; while saving where the optimizer has a setting that cannot be saved.
 */
export function checkpoint(options: CheckpointOptions): Checkpointing {
  requireKnownNames('checkpoint', options, optionNames);
  const { keep = 'all', includeOptimizer = true, model: named } = options;
  const place = checkpointPlace(options.save);
  const cadence = cadenceOf(options.every);
  const nameOf = nameTemplate(options.name ?? `${cadence.unit}-{${cadence.unit}}`);
  const kept = keptCount(keep, place);
  requireBestOfEpochs(options, cadence);
  const watched = keep === 'best' ? metric('checkpoint', options) : null;
  let state: CheckpointState = options.state ?? { names: [], best: null };
  let epochUnderWay = 0;
  /** Of the newest batch; where gradients are accumulated, several batches make a step. */
  let lastStep = 0;

  const save = async (model: tf.LayersModel, logs: tf.Logs): Promise<void> => {
    const best = watched === null ? null : await watched.read(logs);
    if (watched !== null && !watched.isBetter(best!, state.best, 0)) return;
    const name = await nameOf({ epoch: epochUnderWay + 1, step: model.optimizer.iterations }, logs);
    await saveModel(named ?? model, place.handler(name), includeOptimizer);
    const names = [...state.names.filter((other) => other !== name), name];
    const old = names.slice(0, Math.max(0, names.length - kept));
    state = { names, best };
    for (const each of old) await place.remove!(each);
    state = { names: names.slice(old.length), best };
  };

  return trainingCallback(
    'checkpoint',
    named,
    {
      epochBegin(_, epoch) {
        epochUnderWay = epoch;
      },
      ...(cadence.unit === 'epoch'
        ? {
            epochEnd: async (model, logs, epoch) => {
              if ((epoch + 1) % cadence.count === 0) await save(model, logs);
            },
          }
        : {
            batchEnd: async (model, logs) => {
              const step = model.optimizer.iterations;
              if (step !== lastStep && step % cadence.count === 0) await save(model, logs);
              lastStep = step;
            },
          }),
    },
    {
      get latest() {
        return state.names.at(-1) ?? null;
      },
      save: () => state,
    },
  );
}

function keptCount(keep: NonNullable<CheckpointOptions['keep']>, place: CheckpointPlace): number {
  if (keep === 'all') return Infinity;
  if (typeof keep !== 'number' && (keep as unknown) !== 'best') {
    throw new ThermoError(
      `keep of checkpoint is ${JSON.stringify(keep)}: pass 'all', 'best' or how many to keep`,
    );
  }
  if (place.remove === null) {
    throw new ThermoError(
      `keep of checkpoint is ${JSON.stringify(keep)}, but what is saved there cannot be removed: pass keep: 'all', or save: modelFolders('runs/my-net') from tfjs-thermo/experiments`,
    );
  }
  return keep === 'best' ? 1 : requireCount('keep of checkpoint', keep);
}

function requireBestOfEpochs({ keep = 'all', monitor, mode }: CheckpointOptions, { unit }: Cadence): void {
  if (keep === 'best' && unit === 'step') {
    throw new ThermoError(
      "keep of checkpoint is 'best', which goes by the logs of epochs: pass every: { epochs: 1 }",
    );
  }
  if (keep !== 'best' && (monitor !== undefined || mode !== undefined)) {
    throw new ThermoError(
      `${monitor === undefined ? 'mode' : 'monitor'} of checkpoint is given, but without a best: pass keep: 'best', or leave it out`,
    );
  }
}
