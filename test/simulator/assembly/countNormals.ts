import { drawNormals } from '../../../src/simulator/kernel/assembly/drawNormals';

/** Bins of width 1/64 from -8 to 8. */
const BINS: i32 = 1024;
const PAIRS: usize = 256;

export const firstFree = __heap_base;

/**
 * Draws `blocks` times 256 pairs in each of four lanes. Adds to u64 counts in 1,024 bins, and to f64 sums: of x, x^2, x^3 and x^4;
 * then of the products of x and of x^2 - 1 of the two normals of a pair, of neighbours in a lane's stream that are not of
 * one pair, and of neighbouring lanes.
 */
export function countNormals(
  generator: usize,
  normals: usize,
  counts: usize,
  sums: usize,
  blocks: i32,
): void {
  for (let block = 0; block < blocks; block++) {
    drawNormals(generator, normals, PAIRS);
    let s1: f64 = 0;
    let s2: f64 = 0;
    let s3: f64 = 0;
    let s4: f64 = 0;
    let pair: f64 = 0;
    let pairSquares: f64 = 0;
    let serial: f64 = 0;
    let serialSquares: f64 = 0;
    let lanes: f64 = 0;
    let lanesSquares: f64 = 0;
    for (let i: usize = 0; i < PAIRS * 8; i++) {
      const at = normals + 4 * i;
      const x: f64 = load<f32>(at);
      const square = x * x;
      s1 += x;
      s2 += square;
      s3 += square * x;
      s4 += square * square;
      const bin = counts + 8 * <i32>Math.floor((x + 8) * 64);
      store<u64>(bin, load<u64>(bin) + 1);
      if ((i & 4) == 0) {
        const other: f64 = load<f32>(at, 16);
        pair += x * other;
        pairSquares += (square - 1) * (other * other - 1);
      } else if (i + 4 < PAIRS * 8) {
        const other: f64 = load<f32>(at, 16);
        serial += x * other;
        serialSquares += (square - 1) * (other * other - 1);
      }
      if ((i & 3) != 3) {
        const other: f64 = load<f32>(at, 4);
        lanes += x * other;
        lanesSquares += (square - 1) * (other * other - 1);
      }
    }
    add(sums, s1);
    add(sums + 8, s2);
    add(sums + 16, s3);
    add(sums + 24, s4);
    add(sums + 32, pair);
    add(sums + 40, pairSquares);
    add(sums + 48, serial);
    add(sums + 56, serialSquares);
    add(sums + 64, lanes);
    add(sums + 72, lanesSquares);
  }
}

function add(sum: usize, value: f64): void {
  store<f64>(sum, load<f64>(sum) + value);
}
