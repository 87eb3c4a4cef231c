/** What the kernel's module exports; addresses and sizes are in bytes. */
export interface EntropyExports {
  multiply(
    packed: number,
    fours: number,
    first: number,
    stride: number,
    rows: number,
    steps: number,
    products: number,
  ): void;
  searchPlane(
    xs: number,
    ys: number,
    ends: number,
    xCells: number,
    yCells: number,
    xOrigin: number,
    yOrigin: number,
    side: number,
    squares: number,
  ): void;
}

/** Memory of the given size and the kernel on it. */
export function instantiate(
  module: WebAssembly.Module,
  bytes: number,
): { readonly buffer: ArrayBuffer; readonly exports: EntropyExports } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { buffer: memory.buffer, exports: exports as unknown as EntropyExports };
}
