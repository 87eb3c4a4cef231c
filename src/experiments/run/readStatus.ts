import { lockHolderOf } from './lockFolder.js';
import { readJson } from './readJson.js';
import type { RunConfig } from './runConfig.js';
import { runFiles } from './runFiles.js';
import { type RunStatus, runStatusSchema } from './runStatus.js';

/** Reads how a run stands. One that says it is running while its process is gone was interrupted. */
export function readStatus(folder: string, config: RunConfig): RunStatus {
  const files = runFiles(folder);
  const written = readJson(files.status, runStatusSchema);
  const status = written ?? { state: 'running', reason: null, since: config.createdAt };
  if (status.state !== 'running' || lockHolderOf(files.lock) !== null) return status;
  return { ...status, state: 'interrupted', reason: 'its process ended without saying so' };
}
