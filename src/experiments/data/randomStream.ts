import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * The random stream number `index` of a seed. Streams of one seed are independent for practical purposes: both numbers
 * are mixed into every word of the state, as xoroshiro128+ started from similar states gives similar first numbers.
 *
 * @param seed whole number in 0..4294967295
 * @param index whole number of at least 0; taken modulo 2^32
 */
export function randomStream(seed: number, index: number): RandomGenerator {
  const first = mix(seed + 0x9e3779b9);
  const second = mix(index + 0x7f4a7c15);
  return xoroshiro128plusFromState([
    first,
    second,
    mix(first ^ (second + 0x85157af5)),
    mix(second ^ (first + 0x632be59b)),
  ]);
}

/** An invertible mixing of 32 bits, "lowbias32" of C. Wellons' hash prospector. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return bits ^ (bits >>> 15);
}
