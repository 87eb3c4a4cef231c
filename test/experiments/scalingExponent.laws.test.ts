import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { scalingExponent } from '../../src/experiments/benchmarks/scalingExponent.js';

test('the exponent of a power law is its power', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (power, factor) => {
        const times = [1, 2, 4, 8].map((size) => [size, factor * size ** power] as const);
        expect(scalingExponent(times)).toBeCloseTo(power, 10);
      },
    ),
    { seed: 1 },
  );
});
