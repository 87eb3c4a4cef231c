import { readdirSync } from 'node:fs';
import { stepOfCheckpointName } from './checkpoint.js';

/** The steps of the checkpoints in a folder, the latest first; none when there is no such folder. */
export function checkpointSteps(folder: string): number[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names
    .map(stepOfCheckpointName)
    .filter((step) => step !== undefined)
    .sort((a, b) => b - a);
}
