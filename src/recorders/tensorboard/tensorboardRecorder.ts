import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireCount, requireKnownNames, ThermoError } from '../../error.js';
import type { Point, Recorder } from '../../control/index.js';
import { fileError } from '../fileError.js';
import { makeFolder } from '../makeFolder.js';
import type { SummaryValue } from './events/index.js';
import {
  experimentValue,
  type Hyperparameters,
  requireHyperparameters,
  sessionEndValue,
  sessionStartValue,
} from './hyperparameters.js';
import { nameEventFile } from './nameEventFile.js';
import { openEventFile } from './openEventFile.js';
import { tensorboardSummary } from './tensorboardSummary.js';

/** Where TensorBoard's files go, and what they say of the run as a whole. */
export interface TensorboardOptions {
  /** The folder of this run alone; made when it is not there. TensorBoard is pointed at it or at one above it. */
  readonly folder: string;
  /** The settings of the run: with them it has a row in the HParams tab. */
  readonly hyperparameters?: Hyperparameters;
  /** Tags of the scalars that are the run's outcome there; loss, accuracy and the state of the gas unless given. */
  readonly metrics?: readonly string[];
}

/** A recorder for TensorBoard. */
export interface TensorboardRecorder extends Recorder {
  record(point: Point): void;
  /**
   * Writes what is still held back and how the run ended; of one that was interrupted nothing, since it may go on.
   *
   * @param end `finished` unless given
   */
  close(end?: 'finished' | 'failed' | 'interrupted'): void;
}

/** What the HParams tab shows of a run unless told otherwise. */
const outcomes: readonly string[] = [
  'test/accuracy',
  'test/loss',
  'train/loss',
  'gas/temperature',
  'gas/totalTemperature',
  'gas/volume',
  'gas/totalCompressibility',
];

/**
 * How a run ended stands in a file of its own: TensorBoard keeps the first outcome that it reads, so a run that goes on
 * after all has to take back the one before.
 */
const endSuffix = '.end';

/**
 * Writes event files that TensorBoard reads: each number of a point as a scalar (`gas/temperature`, `train/loss`,
 * `test/accuracy`, `layers/<name>/temperature`, ...), temperatures and radii over the layers as histograms, and the run's
 * settings and outcome for the HParams tab. Scalars are kept in single precision, which is what TensorBoard shows.
 *
 * Each point is written before `record` returns, and killing the process at any moment leaves a readable file. A run that
 * goes on writes a new file into the same folder: TensorBoard then shows the newer of two points of a step.
 *
 * @throws ThermoError when a setting is no finite number, text or boolean, or the folder cannot be written; `record` where
 *   the disk takes no more, and what it did not take follows when there is space again
 *
 * @example
 * const recorder = tensorboardRecorder({ folder: 'runs/tensorboard/first', hyperparameters: { weightDecay: 0.02 } });
 * await model.fit(xs, ys, { callbacks: [new ThermoMonitor({ model, recorders: [recorder] })] });
 * recorder.close(); // tensorboard --logdir runs/tensorboard
 */
export function tensorboardRecorder(options: TensorboardOptions): TensorboardRecorder {
  requireKnownNames('tensorboardRecorder', options, ['folder', 'hyperparameters', 'metrics']);
  const { folder, hyperparameters, metrics = outcomes } = options;
  if (typeof folder !== 'string') {
    throw new ThermoError(`folder is ${String(folder)}: pass the path of a folder for this run`);
  }
  requireHyperparameters(hyperparameters ?? {});

  const path = join(folder, prepared(folder));
  const file = openEventFile(path);
  const now = Date.now() / 1000;
  if (hyperparameters !== undefined) {
    const values = [experimentValue(hyperparameters, metrics, now), sessionStartValue(hyperparameters, now)];
    file.append({ wallTime: now, step: 0, content: { values } });
  }
  let closed = false;
  return {
    record: (point) => {
      const step = requireCount("a point's step", point.step, 0);
      file.append({ wallTime: Date.now() / 1000, step, content: { values: tensorboardSummary(point) } });
    },
    close: (end = 'finished') => {
      if (closed) return;
      closed = true;
      file.close();
      if (hyperparameters !== undefined && end !== 'interrupted')
        writeEnd(`${path}${endSuffix}`, sessionEndValue(end, Date.now() / 1000));
    },
  };
}

/** Makes the folder, takes back an earlier outcome, and names the file to write. */
function prepared(folder: string): string {
  makeFolder(folder);
  try {
    for (const name of readdirSync(folder))
      if (name.startsWith('events.out.tfevents.') && name.endsWith(endSuffix)) rmSync(join(folder, name));
    return nameEventFile(folder);
  } catch (error) {
    throw fileError(folder, error);
  }
}

function writeEnd(file: string, value: SummaryValue): void {
  const end = openEventFile(file);
  end.append({ wallTime: Date.now() / 1000, step: 0, content: { values: [value] } });
  end.close();
}
