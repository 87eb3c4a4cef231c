import type { Candidate } from '../backend.js';
import { installedVersion } from '../machine/installedVersion.js';
import { openAdapter } from '../webgpu/openAdapter.js';
import { probeAdapter } from '../webgpu/probeAdapter.js';

/** Any GPU with a Vulkan, Metal or Direct3D 12 driver, through Dawn's bindings for Node. */
export const webgpu: Candidate = {
  name: 'webgpu',
  backend: 'webgpu',
  examine: async ({ adapters }) => {
    const missing = ['webgpu', '@tensorflow/tfjs-backend-webgpu'].filter(
      (name) => installedVersion(name) === null,
    );
    if (missing.length > 0) {
      return {
        ok: false,
        why: `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not installed`,
        remedy: 'with a GPU, run `npm install webgpu @tensorflow/tfjs-backend-webgpu@4.22.0`',
      };
    }
    const probe = await probeAdapter();
    if (probe.kind === 'none') {
      return {
        ok: false,
        why: probe.why,
        remedy:
          'with a GPU, install its Vulkan driver (Debian, Ubuntu: apt install libvulkan1 mesa-vulkan-drivers)',
      };
    }
    if (probe.kind === 'software' && adapters === 'real') {
      return {
        ok: false,
        why: `${probe.name} computes on the processor, slower than the other ways to do so`,
        remedy:
          'with a GPU, install its own Vulkan driver; to test without one, set TFJS_THERMO_ADAPTERS=any',
      };
    }
    return { ok: true, why: `${probe.name}, through WebGPU` };
  },
  load: async () => {
    await openAdapter();
    await import('@tensorflow/tfjs-backend-webgpu');
  },
};
