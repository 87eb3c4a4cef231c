/** Columns that are multiplied at a time: few enough that rows packed for them stay in a core's cache. */
export const blockColumns = 256;

/** Rows that are multiplied with the others at a time, so that each of those is read from memory once for all of them. */
export const blockRows = 256;

/**
 * How far a scalar product may be off, as a share of the product of the two norms: each of the four lanes sums a quarter of
 * a block's products in single precision, 64 roundings of products and 64 of sums at most one after the other; what follows
 * is in double precision.
 *
 * @see N. J. Higham, Accuracy and Stability of Numerical Algorithms, section 3.1
 */
export const productError = ((blockColumns / 4 + 1) * 2 ** -24) / (1 - (blockColumns / 4 + 1) * 2 ** -24);

/** Rows in single precision, and what multiplies some with all. */
export interface ProductKernel {
  readonly name: 'wasm' | 'typescript';
  /** An even number of rows, each padded with zeros to `stride` columns. */
  readonly rows: Float32Array;
  /** Columns from one row to the next, a multiple of four. */
  readonly stride: number;
  /** Rows to be multiplied, in fours: for each four columns those of the first row, of the second, third and fourth. */
  readonly packed: Float32Array;
  /** For each four of packed rows, for each of the `count` rows, four sums. */
  readonly products: Float64Array;
  /**
   * Adds the scalar products of `fours` times four packed rows with the first `count` rows, an even number, over `columns`
   * from `column` on, both multiples of four.
   */
  multiply(fours: number, count: number, column: number, columns: number): void;
}

/** The sizes of a kernel's arrays. */
export interface ProductSizes {
  readonly rows: number;
  readonly stride: number;
}

/** Makes room for the rows. */
export type MakeProductKernel = (sizes: ProductSizes) => ProductKernel;
