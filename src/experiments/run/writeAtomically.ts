import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileError } from '../../recorders/node.js';
import { syncFolder } from './syncFolder.js';

/**
 * Writes a file so that at every moment, also when the process is killed or the disk is full, the file holds all of the
 * old content or all of the new: a temporary file beside it is written to the disk, then renamed over it.
 *
 * @throws ThermoError when the file cannot be written; the old content stays
 */
export function writeAtomically(file: string, data: string | Uint8Array): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const descriptor = openSync(temporary, 'w');
    try {
      writeFileSync(descriptor, data);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
    syncFolder(dirname(file));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw fileError(file, error);
  }
}
