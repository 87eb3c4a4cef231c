import { statSync } from 'node:fs';
import { DiskError, ThermoError } from '../error.js';
import { nearestExisting } from './nearestExisting.js';

/** What the system answers where the whole disk takes nothing, in words. */
const diskFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk can only be read',
  EIO: 'the disk is faulty',
};

/**
 * Turns what the file system answered into one line that names the file and the remedy.
 *
 * @param file the file that was being written
 * @param error what was thrown
 * @returns a DiskError where the same would befall every other file on that disk
 */
export function fileError(file: string, error: unknown): ThermoError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const fault = diskFaults[code];
  if (fault === undefined) {
    return new ThermoError(`${file} cannot be written: ${reasonAndRemedy(code, message)}`, { cause: error });
  }
  const hasRoom = code === 'EROFS' || code === 'EIO';
  const remedy = hasRoom
    ? 'choose another disk'
    : 'what was recorded before is kept: free some space or choose another disk';
  return new DiskError(
    `${file} cannot be written: ${fault} (${code})${hasRoom ? ': ' : '; '}${remedy}`,
    `${code} ${diskOf(file)}`,
    { cause: error },
  );
}

function reasonAndRemedy(code: string, message: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'it is not permitted: change the permissions or choose another folder';
    case 'ENOTDIR':
      return 'a file is where its folder should be: choose another folder';
    case 'EEXIST':
      return 'a file is there: choose another name';
    case 'ENOENT':
      return 'its folder does not exist: create the folder or choose another';
    case 'EISDIR':
      return 'it is a folder: choose another name';
    default:
      return `${message}: choose another place`;
  }
}

/** The device that a file is on, or would be. */
function diskOf(file: string): string {
  try {
    return String(statSync(nearestExisting(file)).dev);
  } catch {
    return file;
  }
}
