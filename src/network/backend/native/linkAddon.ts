import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ThermoError } from '../../../error.js';
import type { NativePackage } from './nativePackage.js';

/**
 * Puts a link to a built addon where its package looks for it; at no moment is there anything but the old or the new.
 *
 * @throws ThermoError where the package's folder cannot be written
 */
export async function linkAddon(found: NativePackage, builtAddon: string): Promise<void> {
  const temporary = `${found.addon}.${process.pid}`;
  try {
    await mkdir(dirname(found.addon), { recursive: true });
    await rm(temporary, { force: true });
    await symlink(builtAddon, temporary);
    await rename(temporary, found.addon);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ThermoError(
      `${found.folder} cannot be written (${code}): run the set-up as the user who installed it`,
      { cause },
    );
  }
}
