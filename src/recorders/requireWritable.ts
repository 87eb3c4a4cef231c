import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderError } from './folderError.js';
import { nearestExisting } from './nearestExisting.js';

/**
 * Refuses a folder that could not be written, or not be made, and leaves everything as it was. Permissions alone do not tell,
 * as on a disk that can only be read: something is made there for a moment.
 *
 * @throws ThermoError that names the folder and the remedy
 */
export function requireWritable(folder: string): void {
  try {
    const trial = join(nearestExisting(folder), `.${process.pid}.tmp`);
    mkdirSync(trial);
    rmdirSync(trial);
  } catch (error) {
    throw folderError(folder, error);
  }
}
