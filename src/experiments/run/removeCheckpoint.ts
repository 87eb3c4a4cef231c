import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointName } from './checkpoint.js';

/** Removes a step's checkpoint at once: it loses its name first, so a process killed meanwhile leaves no half one. */
export function removeCheckpoint(folder: string, step: number): void {
  const doomed = join(folder, `.${checkpointName(step)}.${process.pid}.old.tmp`);
  renameSync(join(folder, checkpointName(step)), doomed);
  rmSync(doomed, { recursive: true, force: true });
}
