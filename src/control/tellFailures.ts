import { DiskError } from '../error.js';

/**
 * Takes a failure of something that a training can go on without.
 *
 * @param who what failed
 * @param when when it failed
 * @param error why
 */
export type TellFailure = (who: string, when: string, error: unknown) => void;

/**
 * Tells failures in one line each on the console, and each cause once: one thing that fails again is not told again, and a
 * disk that takes nothing is told of once for all that it keeps from being written.
 */
export function tellFailures(): TellFailure {
  const told = new Set<string>();
  return (who, when, error) => {
    const isOfDisk = error instanceof DiskError;
    const cause = isOfDisk ? error.disk : who;
    if (told.has(cause)) return;
    told.add(cause);
    const why = (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
    console.warn(
      isOfDisk
        ? `${when}: ${why}; all else goes on, and what else this disk does not take is not told`
        : `${who} failed ${when}: ${why}; all else goes on, and further failures of it are not told`,
    );
  };
}
