/** How many float32 numbers hold one float64. */
export const splitCount = 3;

/** A float64 as three float32 numbers that add up to it, to be kept in a tensor without loss. */
export function splitNumber(value: number): readonly number[] {
  const first = Math.fround(value);
  const second = Math.fround(value - first);
  return [first, second, Math.fround(value - first - second)];
}

/** The float64 that `splitNumber` split. */
export function joinedNumber([first, second, third]: ArrayLike<number> & Iterable<number>): number {
  return first! + (second! + third!);
}
