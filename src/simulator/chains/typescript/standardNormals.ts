const single = Math.fround;
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** sqrt(1/2) as a bit pattern: what divides a number into 2^k and a mantissa between sqrt(1/2) and sqrt(2). */
const rootOfHalf = 0x3f3504f3;
const minusLogOfTwo = single(-Math.LN2);
/** A quarter turn is spread over 2^32. */
const angleUnit = single(Math.PI / 2 ** 33);

/**
 * Draws `count` standard normals, in pairs: of the last pair the second is left unused where the count is odd.
 *
 * Box and Muller (1958) from two words of xoshiro128++ (Blackman and Vigna, arXiv 1805.01407). The upper 31 bits of the
 * first word are u = (x + 1/2) / 2^31, so that no small u is lost: the normals reach 6.66. Of the second word two bits are the
 * signs and 30 the angle within a quarter turn, measured from its middle: with c, s of an angle of at most pi/4 the two
 * normals are +-sqrt(-ln u) (c - s) and +-sqrt(-ln u) (c + s). Polynomials between Chebyshev points, of relative error 2.4e-7
 * (logarithm), 3e-9 (sine) and 1.1e-7 (cosine): single precision. The order of the operations is the SIMD kernel's.
 *
 * @param states xoshiro128++ states, four words each; the one at `at` moves on.
 */
export function standardNormals(
  states: Uint32Array,
  at: number,
  normals: Float32Array | Float64Array,
  count: number,
): void {
  let s0 = states[at]! | 0;
  let s1 = states[at + 1]! | 0;
  let s2 = states[at + 2]! | 0;
  let s3 = states[at + 3]! | 0;
  for (let i = 0; i < count; i += 2) {
    let sum = (s0 + s3) | 0;
    const word = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    sum = (s0 + s3) | 0;
    const turn = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    const length = lengthOf(word);
    const angle = single(single(turn << 2) * angleUnit);
    const square = single(angle * angle);
    const sine = sineOf(angle, square);
    const cosine = cosineOf(square);
    const one = single(length * single(cosine - sine));
    const other = single(length * single(cosine + sine));
    normals[i] = turn < 0 ? -one : one;
    if (i + 1 < count) normals[i + 1] = turn << 1 < 0 ? -other : other;
  }
  states[at] = s0;
  states[at + 1] = s1;
  states[at + 2] = s2;
  states[at + 3] = s3;
}

/** sqrt(-ln u) of the uniform u that a word stands for. */
function lengthOf(word: number): number {
  float[0] = single(single(word >>> 1) + 0.5) * 2 ** -31;
  const exponent = (bits[0]! - rootOfHalf) >> 23;
  bits[0] = bits[0]! - (exponent << 23);
  const mantissa = float[0]!;
  const ratio = single(single(mantissa - 1) / single(mantissa + 1));
  const square = single(ratio * ratio);
  const factor = single(
    single(single(single(single(-0.412949114) * square) + single(-0.666522667)) * square) +
      single(-2.00000024),
  );
  return single(Math.sqrt(single(single(exponent * minusLogOfTwo) + single(ratio * factor))));
}

function sineOf(angle: number, square: number): number {
  const cubic = single(single(single(-0.000195039043) * square) + single(0.00833203579));
  const linear = single(single(cubic * square) + single(-0.166666507));
  return single(angle * single(single(linear * square) + 1));
}

function cosineOf(square: number): number {
  const quadratic = single(single(single(-0.0013661167) * square) + single(0.0416614106));
  const linear = single(single(quadratic * square) + single(-0.49999982));
  return single(single(linear * square) + 1);
}
