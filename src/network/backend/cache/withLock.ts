import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ThermoError } from '../../../error.js';
import type { Tell } from '../command/tell.js';
import { makeMissingFolders } from './makeMissingFolders.js';

/** A holder renews its lock this often; a lock that went unrenewed for `abandonedAfter` ms belongs to a dead process. */
const renewEvery = 1000;
const abandonedAfter = 10_000;

/**
 * Does a piece of work while no other process on this or another machine does it: the lock is a file that its holder
 * keeps renewing, so that a holder that was killed blocks the others for some seconds only.
 *
 * @throws ThermoError where the lock's folder cannot be made or written
 */
export async function withLock<Result>(
  path: string,
  tell: Tell,
  work: () => Promise<Result>,
): Promise<Result> {
  makeFolderOf(path);
  let told = false;
  while (!(await take(path))) {
    if (await isAbandoned(path)) {
      await takeAway(path);
      continue;
    }
    if (!told) tell(`waiting for another set-up to finish (${path})`);
    told = true;
    await wait(250);
  }
  const renewal = setInterval(() => {
    const now = new Date();
    // A lock that is gone cannot be renewed; whoever took it over finds the finished work in place, or redoes it.
    utimes(path, now, now).catch(() => undefined);
  }, renewEvery);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(path, error);
  }
}

function makeFolderOf(path: string): void {
  try {
    makeMissingFolders(dirname(path));
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, cause: unknown): ThermoError {
  const { code } = cause as NodeJS.ErrnoException;
  return new ThermoError(
    `the cache ${dirname(path)} cannot be written (${code}): set TFJS_THERMO_CACHE to a folder of your own`,
    { cause },
  );
}

/** Removes an abandoned lock. Only one process can rename it away; one that finds it caught a live lock puts it back. */
async function takeAway(path: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if (!(await isAbandoned(aside))) await link(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  await rm(aside, { force: true });
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > abandonedAfter;
  } catch {
    return false;
  }
}
