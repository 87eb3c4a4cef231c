/** Where the numbers of a step stand in its row, in bytes: the order of conditionsTable.ts, four lanes each. */
export const RATE: usize = 0;
export const EFFECTIVE_RATE: usize = 16;
export const DECAY: usize = 32;
export const MOMENTUM: usize = 48;
export const DEVIATION: usize = 64;
export const STRENGTH: usize = 80;
export const RADIUS: usize = 96;
export const PRESSURE_OF_STRETCH: usize = 112;

/** eta. */
// @ts-ignore: decorator
@inline
export function rateOf(row: usize, squaredRadius: v128): v128 {
  return f32x4.add(
    v128.load(row, RATE),
    f32x4.mul(v128.load(row, EFFECTIVE_RATE), squaredRadius),
  );
}
