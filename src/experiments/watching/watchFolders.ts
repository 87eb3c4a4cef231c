import { setTimeout as wait } from 'node:timers/promises';
import type { Alert, LiveRuns } from '../../recorders/node.js';
import { followRun } from './followRun.js';
import { runFoldersIn } from './runFoldersIn.js';

/** Milliseconds between two looks at the folders. */
const interval = 300;

/** What is watched, and who is told. */
export interface WatchOptions {
  /** Run folders, or folders that hold some or will. */
  readonly folders: readonly string[];
  readonly runs: LiveRuns;
  /** Ends the watching. */
  readonly signal: AbortSignal;
  readonly onAlert: (alert: Alert, folder: string) => void;
  /** Told once of a run that cannot be shown, and why; the others are shown all the same. */
  readonly warn: (line: string) => void;
}

/**
 * Shows every run in some folders on a live page, those that come later too, until the signal is given.
 *
 * @throws ThermoError when one of the folders is not there
 */
export async function watchFolders({ folders, runs, signal, onAlert, warn }: WatchOptions): Promise<void> {
  const followed = new Map<string, () => boolean>();
  while (!signal.aborted) {
    let hasMore = false;
    for (const folder of new Set(folders.flatMap(runFoldersIn))) {
      try {
        const readOn = followed.get(folder) ?? followRun(folder, runs, (alert) => onAlert(alert, folder));
        followed.set(folder, readOn);
        hasMore = readOn() || hasMore;
      } catch (error) {
        warn(`${folder}: ${(error as Error).message}`);
        followed.set(folder, () => false);
      }
    }
    await wait(hasMore ? 0 : interval, undefined, { signal }).catch(() => {});
  }
}
