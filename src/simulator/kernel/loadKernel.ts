import { typescriptChains } from '../chains/typescriptChains.js';
import { chainsOn } from '../chains/chainsOn.js';
import { startOf, type Gas } from '../chains/chainsOptions.js';
import type { Kernel } from './kernel.js';
import { kernelBytes } from './kernelBytes.js';
import { typescriptKernel } from './typescriptKernel.js';
import { wasmEngine, type KernelGas } from './wasmEngine.js';

let loaded: Promise<Kernel> | undefined;

/**
 * Loads the fastest kernel that this machine has, once in a thread: WebAssembly with SIMD, in Node, a browser or a worker,
 * and plain TypeScript where there is none.
 */
export function loadKernel(): Promise<Kernel> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Kernel> {
  if (typeof WebAssembly === 'undefined') return typescriptKernel('there is no WebAssembly here');
  const bytes = Uint8Array.from(atob(kernelBytes), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) return typescriptKernel('WebAssembly has no SIMD here');
  const module = await WebAssembly.compile(bytes);
  return {
    engineOf: (gas) =>
      isForKernel(gas)
        ? { name: 'wasm' }
        : { name: 'typescript', reason: "the energy or the noise is a user's own function" },
    chains(options) {
      if (!isForKernel(options)) return typescriptChains(options);
      const state = startOf(options);
      return chainsOn(wasmEngine(module, options, state), options);
    },
  };
}

function isForKernel<Given extends Pick<Gas, 'energy' | 'noise'>>(
  gas: Given,
): gas is Given & Pick<KernelGas, 'energy' | 'noise'> {
  return gas.energy.kind !== 'own' && gas.noise.kind !== 'own';
}
