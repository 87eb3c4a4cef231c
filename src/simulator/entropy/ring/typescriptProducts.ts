import { blockColumns, blockRows, type ProductKernel, type ProductSizes } from './productKernel.js';

/** The kernel in plain TypeScript, the reference for the one in WebAssembly: equal bit for bit, many times slower. */
export function typescriptProducts({ rows: rowCount, stride }: ProductSizes): ProductKernel {
  const rows = new Float32Array(rowCount * stride);
  const packed = new Float32Array(blockRows * blockColumns);
  const products = new Float64Array(blockRows * rowCount);
  const lanes = new Float32Array(4);
  return {
    name: 'typescript',
    rows,
    stride,
    packed,
    products,
    multiply(fours, count, column, columns) {
      for (let four = 0; four < fours; four += 1) {
        for (let row = 0; row < count; row += 1) {
          for (let one = 0; one < 4; one += 1) {
            lanes.fill(0);
            for (let i = 0; i < columns; i += 1) {
              const at = 4 * four * columns + 16 * (i >> 2) + 4 * one + (i & 3);
              const product = Math.fround(packed[at]! * rows[row * stride + column + i]!);
              lanes[i & 3] = lanes[i & 3]! + product;
            }
            products[4 * (four * count + row) + one]! += lanes[0]! + lanes[2]! + (lanes[1]! + lanes[3]!);
          }
        }
      }
    },
  };
}
