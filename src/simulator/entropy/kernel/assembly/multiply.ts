/**
 * Adds to `products` the scalar products of packed rows with `rows` rows (an even number), over `steps` times four columns.
 *
 * The packed rows come in fours, for each step the four columns of each of the four. Products are summed in single precision
 * within a call and in double precision between calls, laid out four by four: for each four of packed rows, for each row,
 * the four products.
 */
export function multiply(
  packed: usize,
  fours: i32,
  first: usize,
  stride: usize,
  rows: i32,
  steps: i32,
  products: usize,
): void {
  for (let row = 0; row < rows; row += 2) {
    for (let four = 0; four < fours; four += 1) {
      let p = packed + <usize>four * <usize>steps * 64;
      let x = first + <usize>row * stride;
      let y = x + stride;
      let x0 = f32x4.splat(0);
      let x1 = f32x4.splat(0);
      let x2 = f32x4.splat(0);
      let x3 = f32x4.splat(0);
      let y0 = f32x4.splat(0);
      let y1 = f32x4.splat(0);
      let y2 = f32x4.splat(0);
      let y3 = f32x4.splat(0);
      for (let step = 0; step < steps; step += 1) {
        const xs = v128.load(x);
        const ys = v128.load(y);
        const p0 = v128.load(p);
        const p1 = v128.load(p, 16);
        const p2 = v128.load(p, 32);
        const p3 = v128.load(p, 48);
        x0 = f32x4.add(x0, f32x4.mul(p0, xs));
        y0 = f32x4.add(y0, f32x4.mul(p0, ys));
        x1 = f32x4.add(x1, f32x4.mul(p1, xs));
        y1 = f32x4.add(y1, f32x4.mul(p1, ys));
        x2 = f32x4.add(x2, f32x4.mul(p2, xs));
        y2 = f32x4.add(y2, f32x4.mul(p2, ys));
        x3 = f32x4.add(x3, f32x4.mul(p3, xs));
        y3 = f32x4.add(y3, f32x4.mul(p3, ys));
        x += 16;
        y += 16;
        p += 64;
      }
      const to = products + (<usize>four * <usize>rows + <usize>row) * 32;
      addSums(to, x0, x1);
      addSums(to + 16, x2, x3);
      addSums(to + 32, y0, y1);
      addSums(to + 48, y2, y3);
    }
  }
}

/** Adds the sums of the lanes of two vectors to two numbers in double precision. */
function addSums(to: usize, first: v128, second: v128): void {
  const one = halves(first);
  const other = halves(second);
  const low = v128.shuffle<f64>(one, other, 0, 2);
  const high = v128.shuffle<f64>(one, other, 1, 3);
  v128.store(to, f64x2.add(v128.load(to), f64x2.add(low, high)));
}

/** Lanes 0 + 2 and 1 + 3 in double precision. */
function halves(sums: v128): v128 {
  return f64x2.add(
    f64x2.promote_low_f32x4(sums),
    f64x2.promote_low_f32x4(v128.shuffle<f64>(sums, sums, 1, 1)),
  );
}
