import { describe, expect, test } from 'vitest';
import { cosineChiSquare } from './cosineChiSquare.js';

describe('the stationary density', () => {
  test.each([
    [2, 0.5],
    [3, 0.1],
    [5, 0.2],
    [10, 0.05],
    [30, 0.05],
  ])(
    "is von Mises and Fisher's on the sphere, d = %d and T = %f, by a chi-square test",
    async (dimension, temperature) => {
      // 19 degrees of freedom: beyond 50.8 in one of ten thousand.
      expect(await cosineChiSquare(dimension, temperature)).toBeLessThan(50.8);
    },
  );
});
