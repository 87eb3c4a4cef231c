import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { folderError } from './folderError.js';

/**
 * Makes a folder and those above it that are missing. Unlike `mkdirSync` with `recursive`, which never returns from a place
 * such as /proc that has nothing made in it, it asks for each of them once.
 *
 * @throws ThermoError when it cannot be made, or is no folder
 */
export function makeFolder(folder: string): void {
  try {
    make(resolve(folder));
  } catch (error) {
    throw folderError(folder, error);
  }
}

function make(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(folder);
  if (above !== folder) make(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
}
