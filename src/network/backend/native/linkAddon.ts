import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { NativePackage } from './nativePackage.js';

/** Puts a link to a built addon where its package looks for it; at no moment is there anything but the old or the new. */
export async function linkAddon(found: NativePackage, builtAddon: string): Promise<void> {
  const temporary = `${found.addon}.${process.pid}`;
  await mkdir(dirname(found.addon), { recursive: true });
  await rm(temporary, { force: true });
  await symlink(builtAddon, temporary);
  await rename(temporary, found.addon);
}
