import type { MemoryLayout } from './memoryLayout.js';

/** What the kernel's module exports: see assembly/index.ts. */
export interface KernelExports extends Readonly<Record<keyof MemoryLayout, WebAssembly.Global>> {
  /** The first byte past the kernel's own numbers. */
  readonly firstFree: WebAssembly.Global;
  /** Steps in three dimensions under isotropic noise. */
  onSphere(kind: number, steps: number, stepStride: number, groupStride: number): void;
  /** Steps in any dimension under diagonal noise. */
  inSpace(kind: number, steps: number, stepStride: number, groupStride: number): void;
}

/** The bits of a kind of steps. */
export const kinds = { quadratic: 1, momentum: 2, sphere: 4 } as const;
