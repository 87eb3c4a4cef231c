import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ThermoError } from '../../error.js';
import { runFiles } from '../run/index.js';

/**
 * The run folders that a folder stands for: itself where it holds a run, or those in it that do.
 *
 * @throws ThermoError when there is no such folder
 */
export function runFoldersIn(folder: string): string[] {
  const holdsRun = (path: string): boolean => existsSync(runFiles(path).config);
  if (holdsRun(folder)) return [folder];
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
      .filter(holdsRun)
      .sort();
  } catch (error) {
    throw new ThermoError(
      `${folder} is no folder that can be read: name a run folder, or one that holds some`,
      {
        cause: error,
      },
    );
  }
}
