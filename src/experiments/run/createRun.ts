import { rmdirSync, rmSync } from 'node:fs';
import { ThermoError } from '../../error.js';
import { makeFolder } from '../../recorders/node.js';
import { jsonText } from './jsonText.js';
import { lockFolder } from './lockFolder.js';
import { requireNewRun } from './requireNewRun.js';
import type { Run } from './run.js';
import { type RunConfig, runConfigSchema } from './runConfig.js';
import { runFiles } from './runFiles.js';
import { writeRun } from './writeRun.js';
import { writeAtomically } from './writeAtomically.js';

/**
 * Begins a run in a folder of its own: config.json, status.json, points.jsonl, points.csv, checkpoints/ and, later,
 * summary.json and report.html. Killing the process at any moment leaves a folder that opens, or one without a
 * config.json, in which a run can be begun again.
 *
 * @param folder made when it is not there; its files must not be
 * @throws ThermoError when the folder holds anything, is in use, cannot be written, or the configuration is not valid
 */
export function createRun(folder: string, config: RunConfig): Run {
  const checked = checkedConfig(config);
  const files = runFiles(folder);
  requireNewRun(folder);
  makeFolder(folder);
  const lock = lockFolder(files.lock);
  try {
    // Looked at again, as another process may have begun a run there before the lock was taken.
    requireNewRun(folder);
  } catch (error) {
    lock.release();
    throw error;
  }
  try {
    writeAtomically(files.config, jsonText(checked));
    return writeRun(folder, checked, lock);
  } catch (error) {
    for (const file of [files.config, files.status, files.points, files.table]) rmSync(file, { force: true });
    lock.release();
    removeIfEmpty(folder);
    throw error;
  }
}

function checkedConfig(config: RunConfig): RunConfig {
  const parsed = runConfigSchema.safeParse(config);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new ThermoError(`run configuration: ${issue.path.join('.')}: ${issue.message}: pass a valid value`);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something: what is there is the user's.
  }
}
