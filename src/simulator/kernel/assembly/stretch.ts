import { PRESSURE_OF_STRETCH, RADIUS } from './rows';

/** How much longer than before a step has made w, as a share: see move.ts. */
// @ts-ignore: decorator
@inline
export function shareOf(rate: v128, squaredSpeed: v128, twiceCarried: v128, inverseSquare: v128): v128 {
  const push = f32x4.sub(f32x4.mul(rate, squaredSpeed), twiceCarried);
  const stretch = f32x4.mul(f32x4.mul(rate, push), inverseSquare);
  const one = f32x4.splat(1);
  return f32x4.div(stretch, f32x4.add(one, f32x4.sqrt(f32x4.add(one, stretch))));
}

/** The pressure that a sphere bears; 0 in lanes without one. */
// @ts-ignore: decorator
@inline
export function pressureOf(row: usize, share: v128, inverseSquare: v128): v128 {
  const pressure = f32x4.mul(f32x4.mul(share, inverseSquare), v128.load(row, PRESSURE_OF_STRETCH));
  return v128.and(pressure, f32x4.ne(v128.load(row, RADIUS), f32x4.splat(0)));
}

/** What takes w back to its sphere; 1 in lanes without one. */
// @ts-ignore: decorator
@inline
export function rescaleOf(row: usize, share: v128, inverseRadius: v128): v128 {
  const radius = v128.load(row, RADIUS);
  const one = f32x4.splat(1);
  return v128.bitselect(
    f32x4.div(f32x4.mul(radius, inverseRadius), f32x4.add(one, share)),
    one,
    f32x4.ne(radius, f32x4.splat(0)),
  );
}
