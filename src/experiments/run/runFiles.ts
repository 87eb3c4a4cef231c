import { join } from 'node:path';

/** The paths of what a run folder holds. */
export interface RunFiles {
  readonly config: string;
  readonly status: string;
  readonly points: string;
  readonly table: string;
  readonly summary: string;
  readonly report: string;
  readonly checkpoints: string;
  readonly lock: string;
}

/** Names the files of a run folder. */
export function runFiles(folder: string): RunFiles {
  return {
    config: join(folder, 'config.json'),
    status: join(folder, 'status.json'),
    points: join(folder, 'points.jsonl'),
    table: join(folder, 'points.csv'),
    summary: join(folder, 'summary.json'),
    report: join(folder, 'report.html'),
    checkpoints: join(folder, 'checkpoints'),
    lock: join(folder, 'lock'),
  };
}
