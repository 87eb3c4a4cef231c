import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Tell } from '../command/tell.js';
import { withLock } from './withLock.js';

/**
 * Returns a folder that is either complete or not there: builds it beside its place and renames it when it is done, so
 * that neither a kill at any moment nor two set-ups at once can leave half of it. What killed builds left is removed.
 *
 * `build` fills the temporary folder it is given.
 *
 * @throws ThermoError where the folder above it cannot be made or written
 */
export async function cachedFolder(
  path: string,
  tell: Tell,
  build: (temporary: string) => Promise<void>,
): Promise<string> {
  if (await isFolder(path)) return path;
  const parent = dirname(path);
  const prefix = `.${basename(path)}.building-`;
  await withLock(`${path}.lock`, tell, async () => {
    if (await isFolder(path)) return;
    const leftOver = (await readdir(parent)).filter((name) => name.startsWith(prefix));
    await Promise.all(leftOver.map((name) => rm(join(parent, name), { recursive: true, force: true })));
    const temporary = await mkdtemp(join(parent, prefix));
    try {
      await build(temporary);
      await rename(temporary, path);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
  return path;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
