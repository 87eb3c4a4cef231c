import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratioOfMeans } from '../../src/experiments/index.js';

const series = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 40, maxLength: 40 });

test('a ratio of proportional series is their factor, without error', () => {
  fc.assert(
    fc.property(series, fc.double({ min: 0.1, max: 10, noNaN: true }), (denominator, factor) => {
      const { value, standardError } = ratioOfMeans(
        denominator.map((x) => factor * x),
        denominator,
        4,
      );
      expect(value).toBeCloseTo(factor, 10);
      expect(standardError).toBeLessThan(1e-10);
    }),
  );
});

test('the standard error does not depend on the units of either series', () => {
  fc.assert(
    fc.property(series, series, (numerator, denominator) => {
      const one = ratioOfMeans(numerator, denominator, 4);
      const scaled = ratioOfMeans(
        numerator.map((x) => 3 * x),
        denominator.map((x) => 6 * x),
        4,
      );
      expect(scaled.value).toBeCloseTo(one.value / 2, 10);
      expect(scaled.standardError).toBeCloseTo(one.standardError / 2, 10);
    }),
  );
});
