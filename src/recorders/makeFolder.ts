import { makeMissingFolders } from '../network/backend/cache/makeMissingFolders.js';
import { folderError } from './folderError.js';

/**
 * Makes a folder and those above it that are missing.
 *
 * @throws ThermoError when it cannot be made, or is no folder
 */
export function makeFolder(folder: string): void {
  try {
    makeMissingFolders(folder);
  } catch (error) {
    throw folderError(folder, error);
  }
}
