import type { Candidate } from '../backend.js';
import { loadingPackage } from '../native/loadingPackage.js';
import { loadNative } from '../native/loadNative.js';
import { nvidiaDriver } from '../native/nvidiaDriver.js';

/** TensorFlow's C library on an NVIDIA GPU. */
export const nativeCuda: Candidate = {
  name: 'native-cuda',
  backend: 'tensorflow',
  examine: async () => {
    const loading = await loadingPackage();
    if (loading.found !== null && loading.usesGpu) {
      return { ok: true, why: `TensorFlow ${loading.tensorflow} on CUDA, through ${loading.found.name}` };
    }
    const driver = await nvidiaDriver();
    if (driver === null) {
      return {
        ok: false,
        why: 'no NVIDIA driver was found',
        remedy: 'with an NVIDIA GPU, install its driver, then run `npx tfjs-thermo setup --from-source`',
      };
    }
    if (loading.found === null) return loading.missing;
    return {
      ok: false,
      why: `TensorFlow ${loading.tensorflow} does not use the ${driver.gpus.join(', ')} (driver ${driver.version})`,
      remedy: 'run `npx tfjs-thermo setup --from-source`, which gets the build for CUDA',
    };
  },
  load: loadFound,
};

/** Loads the native package that was found to load. */
export async function loadFound(): Promise<void> {
  const { found } = await loadingPackage();
  if (found) await loadNative(found);
}
