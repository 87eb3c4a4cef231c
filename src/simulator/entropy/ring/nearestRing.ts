import { keepsDouble } from './nearestRingBytes.js';
import { blockProducts, slicesOf, type BlockProducts } from './blockProducts.js';
import { blockRows, type ProductKernel, productError } from './productKernel.js';

/** Relative error of a number stored in single precision. */
const storedError = 2 ** -24;
/** Columns between looks at whether a distance is already too long. */
const strideOfLooks = 256;

/** The newest points of a stream, and the distance of each to its nearest other. */
export interface NearestRing {
  readonly count: number;
  /** Adds a point in place of the oldest one when the ring is full; returns the place it took. */
  push(point: Float64Array): number;
  /** The squares of the distances, one a point; good until the next push. */
  squares(): Float64Array;
}

/**
 * Keeps points in single precision, as their differences from the first one, and the squares of all their distances from
 * scalar products (|x|^2 + |y|^2 - 2 x.y), which a new point adds one row and one column to. That is fast and, where points
 * lie close together, wrong: so a point's nearest is chosen, in double precision from the points themselves, among all that
 * the rounding of the products cannot exclude. New points wait until there are enough to read the others once for all of
 * them, and are then multiplied with them little by little, while the next ones come. In few dimensions, while that takes no more room than the distances, the points are kept in double precision too.
 */
export function nearestRing(capacity: number, columns: number, kernel: ProductKernel): NearestRing {
  const { rows, stride } = kernel;
  const centre = new Float64Array(columns);
  const inDouble = keepsDouble(capacity, columns);
  const points = inDouble ? new Float64Array(capacity * columns) : rows;
  const pointStride = inDouble ? columns : stride;
  const squaredNorms = new Float64Array(capacity);
  const approximate = new Float32Array(capacity * capacity);
  const nearest = new Int32Array(capacity).fill(-1);
  const nearestSquares = new Float64Array(capacity);
  let count = 0;
  let next = 0;
  let waiting = 0;
  const blockSize = Math.min(blockRows, capacity);
  /** So that the products of a block are done when the next block is full. */
  const slicesAPush = Math.ceil(slicesOf(kernel) / blockSize);
  let open:
    (BlockProducts & { readonly first: number; readonly rows: number; readonly count: number }) | null = null;

  function place(point: Float64Array): void {
    const start = next * stride;
    let square = 0;
    for (let i = 0; i < columns; i += 1) {
      const difference = point[i]! - centre[i]!;
      const value = Math.fround(difference);
      if (inDouble) points[next * columns + i] = difference;
      rows[start + i] = value;
      square += value * value;
    }
    squaredNorms[next] = square;
  }

  /** Begins to multiply the points that wait with all. */
  function begin(): void {
    const block = { first: (next - waiting + capacity) % capacity, rows: waiting, count };
    open = { ...block, ...blockProducts(kernel, { ...block, capacity }) };
    waiting = 0;
  }

  /**
   * Goes on multiplying. Points that were replaced meanwhile get distances that mean nothing, until the block of what came in
   * their place overwrites them.
   */
  function advance(slices: number): void {
    if (open === null || !open.advance(slices)) return;
    for (let w = 0; w < open.rows; w += 1) {
      const slot = (open.first + w) % capacity;
      for (let other = 0; other < open.count; other += 1) {
        const product = open.product(w, other);
        const square = Math.max(0, squaredNorms[slot]! + squaredNorms[other]! - 2 * product);
        approximate[slot * capacity + other] = square;
        approximate[other * capacity + slot] = square;
      }
      approximate[slot * capacity + slot] = Infinity;
    }
    open = null;
  }

  /** The square of the distance of two points in double precision, or something above `enough`. */
  function squareBetween(one: number, other: number, enough: number): number {
    let square = 0;
    for (let from = 0; from < columns && square <= enough; from += strideOfLooks) {
      const to = Math.min(columns, from + strideOfLooks);
      for (let i = from; i < to; i += 1) {
        const difference = points[one * pointStride + i]! - points[other * pointStride + i]!;
        square += difference * difference;
      }
    }
    return square;
  }

  function findNearest(slot: number, error: number): void {
    const row = approximate.subarray(slot * capacity, slot * capacity + count);
    let least = Infinity;
    for (let other = 0; other < count; other += 1) if (row[other]! < least) least = row[other]!;
    const limit = (least + 2 * error) * (1 + 4 * storedError);
    let best = nearest[slot]! >= 0 ? nearestSquares[slot]! : Infinity;
    for (let other = 0; other < count && best > 0; other += 1) {
      if (row[other]! > limit || other === nearest[slot]) continue;
      const square = squareBetween(slot, other, best);
      if (square < best) {
        best = square;
        nearest[slot] = other;
      }
    }
    nearestSquares[slot] = best;
  }

  return {
    get count() {
      return count;
    },
    push(point) {
      if (count === 0) centre.set(point);
      const slot = next;
      place(point);
      nearest[slot] = -1;
      for (let other = 0; other < count; other += 1) if (nearest[other] === slot) nearest[other] = -1;
      count = Math.max(count, slot + 1);
      next = (next + 1) % capacity;
      waiting += 1;
      advance(slicesAPush);
      if (waiting === blockSize) begin();
      return slot;
    },
    squares() {
      advance(Infinity);
      if (waiting > 0) begin();
      advance(Infinity);
      let largest = 0;
      for (let slot = 0; slot < count; slot += 1) largest = Math.max(largest, squaredNorms[slot]!);
      // What a square may be off by: twice a product, and twice a distance of at most two norms times the rounding of two points.
      const error = 2 * (productError + 4 * storedError) * largest;
      for (let slot = 0; slot < count; slot += 1) findNearest(slot, error);
      return nearestSquares.subarray(0, count);
    },
  };
}
