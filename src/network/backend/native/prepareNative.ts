import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ThermoError } from '../../../error.js';
import { CommandFailure } from '../command/commandFailure.js';
import type { Tell } from '../command/tell.js';
import { addonName, buildAddon, builtAddonFolder } from './buildAddon.js';
import { installPrebuilt } from './installPrebuilt.js';
import { linkAddon } from './linkAddon.js';
import { nativePackages, type NativePackage } from './nativePackage.js';
import type { NvidiaDriver } from './nvidiaDriver.js';
import { probeNative } from './probeNative.js';
import { reachPrebuilt } from './reachPrebuilt.js';
import { unsupportedNode } from './unsupportedNode.js';
import { cpuWheel, cudaWheel, type WheelVariant } from './wheelVariant.js';

/** Where the addon may come from: `anywhere` takes the first that works; `source` builds it even if another loads. */
export type AddonOrigin = 'anywhere' | 'source';

/**
 * Makes a native package load, by the first way that works: as it is installed; with its own prebuilt addon, where that
 * can be reached; with an addon built from its source against a TensorFlow wheel, for CUDA where an NVIDIA driver is
 * present. Every way that fails is told, with its reason.
 */
export async function prepareNative(
  origin: AddonOrigin,
  driver: NvidiaDriver | null,
  tell: Tell,
): Promise<void> {
  const unsupported = unsupportedNode();
  if (unsupported) return tell(`${unsupported}: install Node 20 or 22 to use TensorFlow's C library`);
  const packages = nativePackages();
  const [found] = packages;
  if (!found) return tell('neither @tensorflow/tfjs-node-gpu nor @tensorflow/tfjs-node is installed');
  if (origin === 'anywhere') {
    const failures: string[] = [];
    for (const installed of packages) {
      const probe = await probeNative(installed);
      if (probe.loads) return;
      failures.push(`${installed.name} ${installed.version}: ${probe.why}`);
    }
    failures.forEach(tell);
  }
  const variants = driver ? [cudaWheel, cpuWheel] : [cpuWheel];
  const ways = variants.flatMap((variant, rank) => [
    ...(isKept(found, variant) ? [() => takeKept(found, variant)] : []),
    ...(origin === 'anywhere' && rank === 0 ? [() => takePrebuilt(found, tell)] : []),
    () => takeBuilt(found, variant, tell),
  ]);
  for (const way of ways) if (await works(way, tell)) return;
}

async function works(way: () => Promise<void>, tell: Tell): Promise<boolean> {
  try {
    await way();
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailure || error instanceof ThermoError)) throw error;
    tell(error.message);
    return false;
  }
}

async function takePrebuilt(found: NativePackage, tell: Tell): Promise<void> {
  const reach = await reachPrebuilt(found);
  if (!reach.reachable) throw new ThermoError(`its prebuilt addon is not used: ${reach.why}`);
  await installPrebuilt(found, tell);
  await requireLoads(found);
}

/** Whether an earlier set-up, of this folder or another, built the addon. */
function isKept(found: NativePackage, variant: WheelVariant): boolean {
  return existsSync(builtAddonFolder(found, variant));
}

async function takeKept(found: NativePackage, variant: WheelVariant): Promise<void> {
  const folder = builtAddonFolder(found, variant);
  await linkAddon(found, join(folder, addonName));
  const probe = await probeNative(found);
  if (probe.loads) return;
  await rm(folder, { recursive: true });
  throw new ThermoError(`the addon kept in ${folder} did not load and was removed: ${probe.why}`);
}

async function takeBuilt(found: NativePackage, variant: WheelVariant, tell: Tell): Promise<void> {
  await linkAddon(found, await buildAddon(found, variant, tell));
  await requireLoads(found);
}

async function requireLoads(found: NativePackage): Promise<void> {
  const probe = await probeNative(found);
  if (!probe.loads) throw new ThermoError(`${found.name} does not load: ${probe.why}`);
}
