import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireCount } from '../../error.js';
import { cutCsvAfter, cutJsonLinesAfter } from '../../recorders/node.js';
import { checkpointSteps } from './checkpointSteps.js';
import { lockFolder } from './lockFolder.js';
import { readConfig } from './readConfig.js';
import { removeCheckpoint } from './removeCheckpoint.js';
import type { Run } from './run.js';
import { type RunFiles, runFiles } from './runFiles.js';
import { writeRun } from './writeRun.js';

/**
 * Continues a run from a step: points and checkpoints after it are cut off, so that the folder ends as that of a run
 * that was never interrupted; what was written at an earlier end (summary, report) is removed.
 *
 * @param folder a run folder that no process is writing
 * @param step the step of the checkpoint it continues from; 0 to begin again
 * @throws ThermoError when the folder holds no run, is in use, or a file in it is damaged or cannot be written
 */
export function resumeRun(folder: string, step: number): Run {
  requireCount('step', step, 0);
  const files = runFiles(folder);
  const config = readConfig(folder);
  const lock = lockFolder(files.lock);
  try {
    removeLeftovers(folder);
    removeLeftovers(files.checkpoints);
    cutBackTo(files, step);
    return writeRun(folder, config, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function cutBackTo(files: RunFiles, step: number): void {
  if (existsSync(files.points)) cutJsonLinesAfter(files.points, step);
  if (existsSync(files.table)) cutCsvAfter(files.table, step);
  for (const saved of checkpointSteps(files.checkpoints)) {
    if (saved > step) removeCheckpoint(files.checkpoints, saved);
  }
  rmSync(files.summary, { force: true });
  rmSync(files.report, { force: true });
}

/** What a killed process was about to write. */
function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.tmp')) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
