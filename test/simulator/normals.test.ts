import { describe, expect, test } from 'vitest';
import { generatorStates } from '../../src/simulator/chains/generatorStates.js';
import { standardNormals } from '../../src/simulator/chains/typescript/standardNormals.js';
import { expectNormal } from './expectNormal.js';
import { normalsStatistics } from './normalsStatistics.js';

describe('the normals', () => {
  test('have the moments, tails, correlations and density of the normal distribution over 10^7 draws', async () => {
    expectNormal(await normalsStatistics(1e7, 1));
  });

  test('are sqrt(-2 ln u) times cosine and sine of the words of the generator, to single precision', () => {
    const states = generatorStates(3, 0, 1);
    for (let pair = 0; pair < 10_000; pair += 1) {
      const words = referenceWords(states, 2);
      const normals = new Float64Array(2);
      standardNormals(states, 0, normals, 2);
      const length = Math.sqrt(-2 * Math.log(((words[0]! >>> 1) + 0.5) / 2 ** 31));
      // The polynomials' 2.4e-7 / 2 and 1.1e-7, about ten roundings of 6e-8, and the rounding of u near 1.
      const error = 8e-7 * Math.max(1, length) + 6e-8 / length;
      const angle = (((words[1]! << 2) / 2 ** 32) * Math.PI) / 2 + Math.PI / 4;
      expect(Math.abs(Math.abs(normals[0]!) - length * Math.cos(angle))).toBeLessThan(error);
      expect(Math.abs(Math.abs(normals[1]!) - length * Math.sin(angle))).toBeLessThan(error);
      expect(normals[0]! < 0).toBe(words[1]! >>> 31 === 1);
      expect(normals[1]! < 0).toBe(((words[1]! >>> 30) & 1) === 1);
    }
  });

  test('reach 6.66 where the word is 0, and no further', () => {
    // s0 + s3 = 0 gives the word s0 = 0.
    const states = Uint32Array.of(0, 123, 456, 0);
    const normals = new Float64Array(2);
    standardNormals(states, 0, normals, 2);
    expect(Math.hypot(normals[0]!, normals[1]!)).toBeCloseTo(Math.sqrt(64 * Math.LN2), 5);
  });
});

/** The next words of xoshiro128++ (Blackman and Vigna, public domain C), the state left as it is. */
function referenceWords(states: Uint32Array, count: number): number[] {
  const s = states.slice();
  const rotated = (x: number, k: number): number => ((x << k) | (x >>> (32 - k))) >>> 0;
  return Array.from({ length: count }, () => {
    const word = (rotated((s[0]! + s[3]!) >>> 0, 7) + s[0]!) >>> 0;
    const shifted = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= shifted;
    s[3] = rotated(s[3]!, 11);
    return word;
  });
}
