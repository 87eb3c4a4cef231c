import { ThermoError } from '../error.js';
import { fileError } from './fileError.js';

/** `fileError` of a folder that was to be made: where the one above it is there all the same, it is one as /proc. */
export function folderError(folder: string, error: unknown): ThermoError {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return fileError(folder, error);
  return new ThermoError(`${folder} cannot be written: no folder can be made there: choose another`, {
    cause: error,
  });
}
