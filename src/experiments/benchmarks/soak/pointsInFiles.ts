import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecordEnds } from '../../../recorders/csv.js';
import { readEvents, readPoints } from '../../../recorders/node.js';

/** The files of a soak, in its folder. */
export function soakFiles(folder: string): {
  readonly jsonLines: string;
  readonly csv: string;
  readonly tensorboard: string;
} {
  return {
    jsonLines: join(folder, 'points.jsonl'),
    csv: join(folder, 'points.csv'),
    tensorboard: join(folder, 'tensorboard'),
  };
}

/** Whole points that stand in each of the files. */
export interface PointsInFiles {
  readonly jsonLines: number;
  readonly csv: number;
  readonly tensorboard: number;
}

/** Counts the points in the files of a soak that is over. */
export function pointsInFiles(folder: string): PointsInFiles {
  const { jsonLines, csv, tensorboard } = soakFiles(folder);
  const [events] = readdirSync(tensorboard);
  return {
    jsonLines: readPoints(jsonLines).points.length,
    csv: csvRecordEnds(readFileSync(csv)).length - 1,
    // The first event names the version of the file.
    tensorboard: readEvents(readFileSync(join(tensorboard, events!))).events.length - 1,
  };
}
