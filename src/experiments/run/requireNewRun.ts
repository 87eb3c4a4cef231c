import { readdirSync, statSync } from 'node:fs';
import { ThermoError } from '../../error.js';
import { fileError, requireWritable } from '../../recorders/node.js';
import { checkpointSteps } from './checkpointSteps.js';
import { readConfig } from './readConfig.js';
import { readStatus } from './readStatus.js';
import { runFiles } from './runFiles.js';

/**
 * Refuses a folder in which no run can begin, before there is any work to lose; makes nothing.
 *
 * @throws ThermoError when it holds anything, is a file, or cannot be written
 */
export function requireNewRun(folder: string): void {
  requireEmpty(folder);
  requireWritable(folder);
}

/** What a process killed before it wrote config.json leaves behind does not count. */
function requireEmpty(folder: string): void {
  const entries = entriesOf(folder).filter((entry) => entry !== 'lock' && !entry.endsWith('.tmp'));
  if (entries.includes('config.json')) throw heldRun(folder);
  if (entries.length > 0) {
    throw new ThermoError(
      `run folder ${folder} is not empty (it holds ${entries.slice(0, 3).join(', ')}): choose another --out`,
    );
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return [];
    if (found.isDirectory()) return readdirSync(folder);
  } catch (error) {
    throw fileError(folder, error);
  }
  throw new ThermoError(`run folder ${folder} is a file: choose another --out`);
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
