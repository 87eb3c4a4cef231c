/** Where the sums of a group stand, in bytes: four numbers of double precision each. */
export const SQUARED_RADIUS: usize = 0;
export const ENERGY: usize = 32;
export const SECOND_MOMENT: usize = 64;
export const HEATING: usize = 96;
export const SPHERE_PRESSURE: usize = 128;
/** Bytes of all sums of a group. */
export const SUMS: usize = 160;

/** Adds four lanes to a sum in memory. */
// @ts-ignore: decorator
@inline
export function addTo(sum: usize, lanes: v128): void {
  const upper = i32x4.shuffle(lanes, lanes, 2, 3, 0, 1);
  v128.store(sum, f64x2.add(v128.load(sum), f64x2.promote_low_f32x4(lanes)));
  v128.store(sum, f64x2.add(v128.load(sum, 16), f64x2.promote_low_f32x4(upper)), 16);
}
