import { typescriptChains } from '../chains/typescriptChains.js';
import type { Kernel } from './kernel.js';

/** The kernel where WebAssembly cannot be had. */
export function typescriptKernel(reason: string): Kernel {
  return { engineOf: () => ({ name: 'typescript', reason }), chains: typescriptChains };
}
