/** Every lane turned left by `places` bits. */
// @ts-ignore: decorator
@inline
export function rotated(word: v128, places: i32): v128 {
  return v128.or(i32x4.shl(word, places), i32x4.shr_u(word, 32 - places));
}

/** The word that xoshiro128++ gives in a state of which these are the first and the last word. */
// @ts-ignore: decorator
@inline
export function wordOf(first: v128, last: v128): v128 {
  return i32x4.add(rotated(i32x4.add(first, last), 7), first);
}
