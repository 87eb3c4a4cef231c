import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Unlike `mkdir` with `recursive`, which never returns from a place such as
 * /proc that has nothing made in it, it asks for each of them once.
 *
 * @throws the system's error when one cannot be made
 */
export function makeMissingFolders(folder: string): void {
  const whole = resolve(folder);
  if (statSync(whole, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(whole);
  if (above !== whole) makeMissingFolders(above);
  try {
    mkdirSync(whole);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(whole).isDirectory()) throw error;
  }
}
