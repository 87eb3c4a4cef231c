import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogramOf } from '../../../src/recorders/tensorboard/histogramOf.js';

test('counts in 30 buckets from the least to the greatest value', () => {
  const buckets = histogramOf([0, 1, 1.5, 30]);
  expect(buckets).toHaveLength(30);
  expect(buckets[0]).toEqual([0, 1, 1]);
  expect(buckets[1]).toEqual([1, 2, 2]);
  expect(buckets[29]).toEqual([29, 30, 1]);
});

test('holds values that are all the same in its last bucket', () => {
  const buckets = histogramOf([2, 2, 2]);
  expect(buckets[0]).toEqual([2, 2, 0]);
  expect(buckets[29]).toEqual([2, 2, 3]);
});

test('holds every value in one bucket, between edges that meet', () => {
  const anyValues = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 });
  fc.assert(
    fc.property(anyValues, (values) => {
      const buckets = histogramOf(values);
      expect(buckets.reduce((sum, [, , count]) => sum + count, 0)).toBe(values.length);
      expect(buckets[0]![0]).toBe(Math.min(...values));
      expect(buckets.at(-1)![1]).toBe(Math.max(...values));
      expect(buckets.slice(1).map(([left]) => left)).toEqual(buckets.slice(0, -1).map(([, right]) => right));
    }),
    { seed: 7 },
  );
});
