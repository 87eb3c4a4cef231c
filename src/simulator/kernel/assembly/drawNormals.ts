import { rotated, wordOf } from './words';

/**
 * The numbers of standardNormals.ts. They are read from memory before the loop: engines that meet them as constants
 * inside it make them anew each time.
 */
const numbers = memory.data<f32>([
  0.5, 4.656612873077393e-10, 1, -0.6931471805599453,
  -2.00000024, -0.666522667, -0.412949114,
  3.657295198167899e-10,
  -0.166666507, 0.00833203579, -0.000195039043,
  -0.49999982, 0.0416614106, -0.0013661167,
]);

/** Draws pairs of standard normals for a group and moves its generator on: see standardNormals.ts. */
export function drawNormals(generator: usize, normals: usize, pairs: usize): void {
  const half = v128.load32_splat(numbers);
  const wordUnit = v128.load32_splat(numbers, 4);
  const one = v128.load32_splat(numbers, 8);
  const minusLogOfTwo = v128.load32_splat(numbers, 12);
  const logarithm0 = v128.load32_splat(numbers, 16);
  const logarithm1 = v128.load32_splat(numbers, 20);
  const logarithm2 = v128.load32_splat(numbers, 24);
  const angleUnit = v128.load32_splat(numbers, 28);
  const sine1 = v128.load32_splat(numbers, 32);
  const sine2 = v128.load32_splat(numbers, 36);
  const sine3 = v128.load32_splat(numbers, 40);
  const cosine1 = v128.load32_splat(numbers, 44);
  const cosine2 = v128.load32_splat(numbers, 48);
  const cosine3 = v128.load32_splat(numbers, 52);
  const signBit = v128.load32_splat(bits);
  const rootOfHalf = v128.load32_splat(bits, 4);

  let s0 = v128.load(generator);
  let s1 = v128.load(generator, 16);
  let s2 = v128.load(generator, 32);
  let s3 = v128.load(generator, 48);
  for (const end = normals + 32 * pairs; normals < end; normals += 32) {
    const word = wordOf(s0, s3);
    let shifted = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, shifted);
    s3 = rotated(s3, 11);
    const turn = wordOf(s0, s3);
    shifted = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, shifted);
    s3 = rotated(s3, 11);

    const uniform = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(word, 1)), half), wordUnit);
    const exponent = i32x4.shr_s(i32x4.sub(uniform, rootOfHalf), 23);
    const mantissa = i32x4.sub(uniform, i32x4.shl(exponent, 23));
    const ratio = f32x4.div(f32x4.sub(mantissa, one), f32x4.add(mantissa, one));
    const ratioSquare = f32x4.mul(ratio, ratio);
    const factor = f32x4.add(
      f32x4.mul(f32x4.add(f32x4.mul(logarithm2, ratioSquare), logarithm1), ratioSquare),
      logarithm0,
    );
    const length = f32x4.sqrt(
      f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(exponent), minusLogOfTwo), f32x4.mul(ratio, factor)),
    );

    const angle = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shl(turn, 2)), angleUnit);
    const square = f32x4.mul(angle, angle);
    const odd = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(sine3, square), sine2), square), sine1);
    const sine = f32x4.mul(angle, f32x4.add(f32x4.mul(odd, square), one));
    const even = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(cosine3, square), cosine2), square), cosine1);
    const cosine = f32x4.add(f32x4.mul(even, square), one);

    const first = f32x4.mul(length, f32x4.sub(cosine, sine));
    const second = f32x4.mul(length, f32x4.add(cosine, sine));
    v128.store(normals, v128.xor(first, v128.and(turn, signBit)));
    v128.store(normals, v128.xor(second, v128.and(i32x4.shl(turn, 1), signBit)), 16);
  }
  v128.store(generator, s0);
  v128.store(generator, s1, 16);
  v128.store(generator, s2, 32);
  v128.store(generator, s3, 48);
}

/** The sign of a number, and sqrt(1/2), as bits. */
const bits = memory.data<u32>([0x80000000, 0x3f3504f3]);
