import { ThermoError } from '../error.js';

/**
 * Turns what the file system answered into one line that names the file and the remedy.
 *
 * @param file the file that was being written
 * @param error what was thrown
 */
export function fileError(file: string, error: unknown): ThermoError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new ThermoError(`${file} cannot be written: ${reasonAndRemedy(code, message)}`, { cause: error });
}

function reasonAndRemedy(code: string | undefined, message: string): string {
  switch (code) {
    case 'ENOSPC':
      return 'the disk is full; what was recorded before is kept: free some space or choose another disk';
    case 'EDQUOT':
      return 'the disk quota is used up; what was recorded before is kept: free some space or choose another disk';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it is not permitted: change the permissions or choose another folder';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its folder does not exist: create the folder or choose another';
    case 'EISDIR':
      return 'it is a folder: choose another name';
    default:
      return `${message}: choose another place`;
  }
}
