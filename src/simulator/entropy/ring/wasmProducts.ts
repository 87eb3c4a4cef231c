import { instantiate } from '../kernel/instantiate.js';
import { blockColumns, blockRows, type MakeProductKernel } from './productKernel.js';

/** The kernel in WebAssembly, from its compiled module. */
export function wasmProducts(module: WebAssembly.Module): MakeProductKernel {
  return ({ rows: rowCount, stride }) => {
    const packedStart = 0;
    const productsStart = packedStart + 4 * blockRows * blockColumns;
    const rowsStart = productsStart + 8 * blockRows * rowCount;
    const { buffer, exports } = instantiate(module, rowsStart + 4 * rowCount * stride);
    return {
      name: 'wasm',
      rows: new Float32Array(buffer, rowsStart, rowCount * stride),
      stride,
      packed: new Float32Array(buffer, packedStart, blockRows * blockColumns),
      products: new Float64Array(buffer, productsStart, blockRows * rowCount),
      multiply(fours, count, column, columns) {
        const first = rowsStart + 4 * column;
        exports.multiply(packedStart, fours, first, 4 * stride, count, columns / 4, productsStart);
      },
    };
  };
}
