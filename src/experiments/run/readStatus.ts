import { lockHolderOf } from './lockFolder.js';
import { readJson } from './readJson.js';
import type { RunConfig } from './runConfig.js';
import { runFiles } from './runFiles.js';
import { type RunStatus, runStatusSchema } from './runStatus.js';

/** Reads how a run stands. One that says it is running while its process is gone was interrupted. */
export function readStatus(folder: string, config: RunConfig): RunStatus {
  const files = runFiles(folder);
  const written = (): RunStatus =>
    readJson(files.status, runStatusSchema) ?? { state: 'running', reason: null, since: config.createdAt };
  const before = written();
  if (before.state !== 'running' || lockHolderOf(files.lock) !== null) return before;
  // The process may have ended the run between the two looks: it writes the status before it lets go of the lock.
  const after = written();
  if (after.state !== 'running') return after;
  return { ...after, state: 'interrupted', reason: 'its process ended without saying so' };
}
