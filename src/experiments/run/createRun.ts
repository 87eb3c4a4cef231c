import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { ThermoError } from '../../error.js';
import { fileError } from '../../recorders/node.js';
import { checkpointSteps } from './checkpointSteps.js';
import { jsonText } from './jsonText.js';
import { lockFolder } from './lockFolder.js';
import { readConfig } from './readConfig.js';
import { readStatus } from './readStatus.js';
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
  makeFolder(folder);
  requireEmpty(folder);
  const lock = lockFolder(files.lock);
  try {
    // Looked at again, as another process may have begun a run there before the lock was taken.
    requireEmpty(folder);
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

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new ThermoError(`run folder ${folder} is a file: choose another --out`, { cause: error });
    }
    throw fileError(folder, error);
  }
}

/** What a process killed before it wrote config.json leaves behind does not count. */
function requireEmpty(folder: string): void {
  const entries = readdirSync(folder).filter((entry) => entry !== 'lock' && !entry.endsWith('.tmp'));
  if (entries.includes('config.json')) throw heldRun(folder);
  if (entries.length > 0) {
    throw new ThermoError(
      `run folder ${folder} is not empty (it holds ${entries.slice(0, 3).join(', ')}): choose another --out`,
    );
  }
}

function heldRun(folder: string): ThermoError {
  const config = readConfig(folder);
  const { state, reason } = readStatus(folder, config);
  const because = reason === null ? '' : ` (${reason})`;
  const canGoOn = state !== 'running' && checkpointSteps(runFiles(folder).checkpoints).length > 0;
  return new ThermoError(
    `run folder ${folder} holds a ${config.name} run that is ${state}${because}: ${canGoOn ? 'continue it with --resume or ' : ''}choose another --out`,
  );
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something: what is there is the user's.
  }
}
