import type { Candidate } from '../backend.js';
import { installedVersion } from '../machine/installedVersion.js';

/**
 * WebAssembly with SIMD, on one thread: the threaded build of tfjs-backend-wasm 4.22 can be started in Node, but its
 * pool reports one thread whatever number is asked for (tensorflow/tfjs issue 8513), so it would gain nothing.
 */
export const wasm: Candidate = {
  name: 'wasm',
  backend: 'wasm',
  examine: async () => {
    const version = installedVersion('@tensorflow/tfjs-backend-wasm');
    if (version === null) {
      return {
        ok: false,
        why: '@tensorflow/tfjs-backend-wasm is not installed',
        remedy: 'run `npm install @tensorflow/tfjs-backend-wasm@4.22.0`',
      };
    }
    return { ok: true, why: `SIMD WebAssembly on one thread, through tfjs-backend-wasm ${version}` };
  },
  load: async () => {
    const { registerWasmGradients } = await import('../../wasm-kernels/index.js');
    await import('@tensorflow/tfjs-backend-wasm');
    registerWasmGradients();
  },
};
