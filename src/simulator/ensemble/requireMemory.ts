import { ThermoError } from '../../error.js';

/** Single precision numbers a component: weights, velocity and what a step needs, in the kernel and once more as saved. */
const numbersAComponent = 6;
/** Bytes a chain beside its components: generator and sums. */
const bytesAChain = 256;
/** What a kernel can address. */
const addressable = 4 * 2 ** 30;
/** What is counted on where the platform does not say what is free, as in a browser. */
const presumed = 2 * 2 ** 30;

/** @throws ThermoError, with the size, where an ensemble needs more memory than there is. */
export function requireMemory(chains: number, dimension: number): void {
  const needed = chains * (dimension * numbersAComponent * Float32Array.BYTES_PER_ELEMENT + bytesAChain);
  const limit = Math.min(availableMemory(), addressable);
  if (needed <= limit) return;
  throw new ThermoError(
    `${chains} chains of dimension ${dimension} need ${gigabytes(needed)}, of ${gigabytes(limit)} that can be had: pass fewer chains or a smaller dimension`,
  );
}

function availableMemory(): number {
  const { process } = globalThis as { process?: { availableMemory?: () => number } };
  return process?.availableMemory?.() ?? presumed;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toPrecision(3)} GB`;
}
