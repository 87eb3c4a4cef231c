import { entropyKernelBytes } from './entropyKernelBytes.js';

let compiled: WebAssembly.Module | null | undefined;

/** Gives the kernel's module, or null where WebAssembly has no SIMD. It is small enough for a page to compile at once. */
export function entropyModule(): WebAssembly.Module | null {
  if (compiled === undefined) {
    const bytes = Uint8Array.from(atob(entropyKernelBytes), (character) => character.charCodeAt(0));
    const known = typeof WebAssembly !== 'undefined' && WebAssembly.validate(bytes);
    compiled = known ? new WebAssembly.Module(bytes) : null;
  }
  return compiled;
}
