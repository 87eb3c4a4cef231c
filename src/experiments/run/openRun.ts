import { existsSync } from 'node:fs';
import { type Point, readPoints } from '../../recorders/node.js';
import type { Checkpoint } from './checkpoint.js';
import { latestCheckpoint } from './latestCheckpoint.js';
import { readConfig } from './readConfig.js';
import { readStatus } from './readStatus.js';
import { readJson } from './readJson.js';
import type { RunConfig } from './runConfig.js';
import { runFiles } from './runFiles.js';
import type { RunStatus } from './runStatus.js';
import { type RunSummary, runSummarySchema } from './runSummary.js';

/** A run folder as it stands, opened for reading; it may be written meanwhile. */
export interface OpenedRun {
  readonly folder: string;
  readonly config: RunConfig;
  /** A run whose process is gone without having ended it counts as interrupted. */
  readonly status: RunStatus;
  /** The results; null when the run has not come to its end. */
  readonly summary: RunSummary | null;
  readonly points: readonly Point[];
  /** What the user should be told about the folder, a line each, such as a last point cut short. */
  readonly notes: readonly string[];
  /** The latest checkpoint that is whole; null when there is none. */
  latestCheckpoint(): Checkpoint | null;
}

/**
 * Opens a run folder for reading, in whatever moment its process was killed.
 *
 * @throws ThermoError when the folder holds no run, or a file in it is damaged
 */
export function openRun(folder: string): OpenedRun {
  const files = runFiles(folder);
  const config = readConfig(folder);
  const { points, tornBytes } = existsSync(files.points)
    ? readPoints(files.points)
    : { points: [], tornBytes: 0 };
  return {
    folder,
    config,
    status: readStatus(folder, config),
    summary: readJson(files.summary, runSummarySchema) ?? null,
    points,
    notes:
      tornBytes === 0
        ? []
        : [`${files.points}: the last line was cut short (${tornBytes} bytes) and is left out`],
    latestCheckpoint: () => latestCheckpoint(files.checkpoints),
  };
}
