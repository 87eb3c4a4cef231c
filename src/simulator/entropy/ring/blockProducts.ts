import { blockColumns, type ProductKernel } from './productKernel.js';

/** The scalar products of some rows of a ring with all rows, computed a slice of the columns after another. */
export interface BlockProducts {
  /** Computes the next slices, as many as there are left at most; true once all are done. */
  advance(slices: number): boolean;
  /** The product of the w-th of the rows with another, once all slices are done. */
  product(w: number, other: number): number;
}

/** Slices that the products are computed in. */
export function slicesOf({ stride }: ProductKernel): number {
  return Math.ceil(stride / blockColumns);
}

/**
 * Begins the products of `rows` rows, from `first` on and round the ring, with the first `count`. A row that is replaced before
 * all slices are done has no product.
 */
export function blockProducts(
  kernel: ProductKernel,
  {
    first,
    rows: width,
    count,
    capacity,
  }: { readonly first: number; readonly rows: number; readonly count: number; readonly capacity: number },
): BlockProducts {
  const { rows, stride, packed, products } = kernel;
  const fours = Math.ceil(width / 4);
  const even = count + (count % 2);
  products.fill(0, 0, 4 * fours * even);
  let column = 0;

  function addSlice(): void {
    const columns = Math.min(blockColumns, stride - column);
    for (let w = 0; w < 4 * fours; w += 1) {
      // What fills up the last four is multiplied for nothing.
      const start = ((first + w) % capacity) * stride + column;
      const to = 4 * (w >> 2) * columns + 4 * (w & 3);
      for (let i = 0; i < columns; i += 1) packed[to + 16 * (i >> 2) + (i & 3)] = rows[start + i]!;
    }
    kernel.multiply(fours, even, column, columns);
    column += columns;
  }

  return {
    advance(slices) {
      for (let slice = 0; slice < slices && column < stride; slice += 1) addSlice();
      return column === stride;
    },
    product: (w, other) => products[4 * ((w >> 2) * even + other) + (w & 3)]!,
  };
}
