import { mkdir, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ThermoError } from '../../../error.js';
import { cachedFolder } from '../cache/cachedFolder.js';
import { cacheFolder } from '../cache/cacheFolder.js';
import { tellProgress, type Tell } from '../command/tell.js';
import { findBuildTools } from './buildTools.js';
import { compileAddon } from './compileAddon.js';
import { downloadWheels } from './downloadWheels.js';
import type { NativePackage } from './nativePackage.js';
import { unpackLibraries } from './unpackLibraries.js';
import type { WheelVariant } from './wheelVariant.js';

/** The addon's file in the folder that it is kept in. */
export const addonName = 'tfjs_binding.node';

/**
 * Builds a package's addon against a TensorFlow wheel, once per user and set of versions, and returns its path.
 *
 * @throws ThermoError when a tool or disk space is missing, CommandFailure when a step fails.
 */
export async function buildAddon(found: NativePackage, variant: WheelVariant, tell: Tell): Promise<string> {
  const path = builtAddonFolder(found, variant);
  await cachedFolder(path, tell, async (temporary) => {
    const tools = await findBuildTools();
    await requireSpace(temporary, variant);
    const wheelFolder = join(temporary, 'wheels');
    await mkdir(wheelFolder);
    const wheels = await downloadWheels(variant, tools, wheelFolder, tell);
    await tellProgress(tell, 'unpacking its libraries', () => unpackLibraries(wheels, tools, temporary));
    await rm(wheelFolder, { recursive: true });
    await tellProgress(tell, `compiling the addon of ${found.name}`, () =>
      compileAddon(found, tools, temporary, join(temporary, addonName)),
    );
    await rm(join(temporary, 'tensorflow', 'include'), { recursive: true });
  });
  return join(path, addonName);
}

/** Where the addon built from these versions is kept. */
export function builtAddonFolder(found: NativePackage, variant: WheelVariant): string {
  const key = [
    `tfjs-node-${found.version}`,
    `${variant.distribution}-${variant.version}`,
    `napi-v${found.nodeApi}`,
    `${process.platform}-${process.arch}`,
  ].join('_');
  return join(cacheFolder(), 'native', key);
}

async function requireSpace(folder: string, variant: WheelVariant): Promise<void> {
  const needed = variant.downloadSize + variant.unpackedSize;
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free >= needed) return;
  throw new ThermoError(
    `${dirname(folder)} has ${free} MB free, building the addon needs ${needed} MB: ` +
      'free some, or set TFJS_THERMO_CACHE to a folder with more',
  );
}
