const single = Math.fround;

/**
 * sum a_i b_i over `length` components, in single precision: even and odd ones are summed apart, as the SIMD kernel does.
 * @param aAt, bAt where the components begin.
 */
export function dotProduct(
  a: Float32Array,
  aAt: number,
  b: Float32Array,
  bAt: number,
  length: number,
): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    even = single(even + single(a[aAt + i]! * b[bAt + i]!));
    if (i + 1 < length) odd = single(odd + single(a[aAt + i + 1]! * b[bAt + i + 1]!));
  }
  return single(even + odd);
}
