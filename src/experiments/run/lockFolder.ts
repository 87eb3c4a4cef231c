import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { ThermoError } from '../../error.js';
import { fileError } from '../../recorders/node.js';
import { isRunning, type LockHolder, ownLockHolder, parseLockHolder } from './lockHolder.js';

/** A run folder held by this process alone. */
export interface FolderLock {
  /** One line about a lock that was taken over from a process that is gone; null when there was none. */
  readonly note: string | null;
  /** Lets go of the folder. */
  release(): void;
}

/**
 * Takes the lock file of a run folder, so that no two processes write it. A lock whose process is gone is taken over.
 *
 * @param lock path of the lock file, in a folder that exists
 * @throws ThermoError when another process holds it
 */
export function lockFolder(lock: string): FolderLock {
  const own = `${lock}.${process.pid}.tmp`;
  const holder = JSON.stringify(ownLockHolder());
  try {
    writeFileSync(own, holder);
    const stale = linkOrTakeOver(own, lock);
    return {
      note: stale && `${lock} was left by ${stale}, which is gone: taken over`,
      release: () => {
        if (textOf(lock) === holder) rmSync(lock, { force: true });
      },
    };
  } catch (error) {
    throw error instanceof ThermoError ? error : fileError(lock, error);
  } finally {
    rmSync(own, { force: true });
  }
}

/** The process that holds a lock file and still runs; null when there is none. */
export function lockHolderOf(lock: string): LockHolder | null {
  const holder = parseLockHolder(textOf(lock) ?? '');
  return holder !== null && isRunning(holder) ? holder : null;
}

/** Returns who held the lock before and is gone, or null. A hard link appears whole, and only where no file is. */
function linkOrTakeOver(own: string, lock: string): string | null {
  if (linked(own, lock)) return null;
  const holder = lockHolderOf(lock);
  if (holder !== null) {
    throw new ThermoError(
      `${lock} is held by process ${holder.pid} on ${holder.host}: let that run end, choose another folder, or remove the file if no such run is going on`,
    );
  }
  const aside = `${own}.stale`;
  if (!renamed(lock, aside)) return linkOrTakeOver(own, lock);
  // Between looking and renaming, another process may have taken the lock over: then it gets it back.
  if (lockHolderOf(aside) !== null) linked(aside, lock);
  const stale = parseLockHolder(textOf(aside) ?? '');
  rmSync(aside, { force: true });
  return linkOrTakeOver(own, lock) ?? (stale === null ? 'a process' : `process ${stale.pid}`);
}

function linked(from: string, to: string): boolean {
  return doneUnless('EEXIST', () => linkSync(from, to));
}

function renamed(from: string, to: string): boolean {
  return doneUnless('ENOENT', () => renameSync(from, to));
}

function doneUnless(code: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw error;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
