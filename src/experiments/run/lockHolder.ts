import { hostname } from 'node:os';
import { z } from 'zod';
import { processStart } from './processStart.js';

const lockHolderSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  /** When the process began, as `processStart` says it. */
  start: z.string().nullable(),
});

/** The process that holds a lock. */
export type LockHolder = z.infer<typeof lockHolderSchema>;

/** The lock of this process. */
export function ownLockHolder(): LockHolder {
  return { pid: process.pid, host: hostname(), start: processStart(process.pid) };
}

/** Reads a lock file's text; null when it is damaged, as a power cut may leave it: then nobody holds it. */
export function parseLockHolder(text: string): LockHolder | null {
  try {
    return lockHolderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether the process still runs. Of a process on another machine this cannot be known: it is taken to run. */
export function isRunning(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return processStart(holder.pid) === holder.start;
}
