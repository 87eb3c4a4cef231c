import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../experiments/index.js';
import { type Hyperparameters, type TensorboardRecorder, tensorboardRecorder } from '../recorders/node.js';

/**
 * The recorder of `--tensorboard`, in the run's own folder; null unless it is asked for. A run that wrote for TensorBoard
 * goes on doing so when it is resumed.
 */
export function tensorboardOf(run: Run, asked: boolean): TensorboardRecorder | null {
  const folder = join(run.folder, 'tensorboard');
  if (!asked && !existsSync(folder)) return null;
  return tensorboardRecorder({
    folder,
    hyperparameters: hyperparametersOf({ ...run.config.settings, backend: run.config.backend }),
  });
}

function hyperparametersOf(settings: Run['config']['settings']): Hyperparameters {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      value === null || typeof value === 'object' ? JSON.stringify(value) : value,
    ]),
  );
}
