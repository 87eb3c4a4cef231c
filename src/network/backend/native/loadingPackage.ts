import type { Availability } from '../backend.js';
import { nativePackages, type NativePackage } from './nativePackage.js';
import { nvidiaDriver } from './nvidiaDriver.js';
import { probeNative } from './probeNative.js';
import { unsupportedNode } from './unsupportedNode.js';

/** The native package that loads here, or why there is none. */
export type LoadingPackage =
  | { readonly found: NativePackage; readonly usesGpu: boolean; readonly tensorflow: string }
  | { readonly found: null; readonly missing: Availability & { readonly ok: false } };

/** Finds the first installed native package that loads. */
export async function loadingPackage(): Promise<LoadingPackage> {
  const unsupported = unsupportedNode();
  if (unsupported) return missing(unsupported, 'install Node 20 or 22');
  const packages = nativePackages();
  const failures: string[] = [];
  for (const found of packages) {
    const probe = await probeNative(found);
    if (probe.loads) return { found, usesGpu: probe.usesGpu, tensorflow: probe.tensorflow };
    failures.push(`${found.name}: ${probe.why}`);
  }
  if (failures.length > 0) return missing(failures.join('; '), 'run `npx tfjs-thermo setup`');
  const wanted = (await nvidiaDriver()) === null ? '@tensorflow/tfjs-node' : '@tensorflow/tfjs-node-gpu';
  return missing(
    'neither @tensorflow/tfjs-node nor @tensorflow/tfjs-node-gpu is installed',
    `run \`npm install --ignore-scripts ${wanted}@4.22.0\`, then \`npx tfjs-thermo setup\``,
  );
}

function missing(why: string, remedy: string): LoadingPackage {
  return { found: null, missing: { ok: false, why, remedy } };
}
