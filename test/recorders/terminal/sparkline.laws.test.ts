import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedSeries } from '../../../src/recorders/terminal/boundedSeries.js';
import { sparkline } from '../../../src/recorders/terminal/sparkline.js';

const levels = '01234567';
const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 100 });
const widths = fc.integer({ min: 1, max: 40 });

describe('a sparkline', () => {
  test('has a character for each value, but no more than its width', () => {
    fc.assert(
      fc.property(values, widths, (given, width) => {
        expect(sparkline(given, width, levels).text).toMatch(
          new RegExp(`^[0-7]{${Math.min(width, given.length)}}$`),
        );
      }),
    );
  });

  test('keeps the order of values, from the lowest level to the highest', () => {
    fc.assert(
      fc.property(values, (given) => {
        const heights = [...sparkline(given, given.length, levels).text].map(Number);
        given.forEach((value, i) =>
          given.forEach((other, j) => {
            if (value < other) expect(heights[i]!).toBeLessThanOrEqual(heights[j]!);
          }),
        );
        if (new Set(given).size > 1) expect([Math.min(...heights), Math.max(...heights)]).toEqual([0, 7]);
      }),
    );
  });

  test('is logarithmic where positive values span a factor of ten, and only there', () => {
    expect(sparkline([1, 10, 100, 1000], 4, levels)).toEqual({ text: '0257', isLogarithmic: true });
    expect(sparkline([1, 3, 5, 9.99], 4, levels)).toEqual({ text: '0137', isLogarithmic: false });
    expect(sparkline([-1, 10, 1000], 3, levels).isLogarithmic).toBe(false);
    expect(sparkline([2, 2, 2], 3, levels)).toEqual({ text: '444', isLogarithmic: false });
    expect(sparkline([], 3, levels).text).toBe('');
  });
});

describe('a bounded series', () => {
  test('holds every value in the mean of its part, and never more than its capacity', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 300 }), (given) => {
        const series = boundedSeries(8);
        given.forEach((value) => series.add(value));
        expect(series.values().length).toBeLessThanOrEqual(8);
        const each = given.length < 8 ? 1 : 2 ** (Math.floor(Math.log2(given.length / 8)) + 1);
        const parts = Array.from({ length: Math.ceil(given.length / each) }, (_, i) =>
          given.slice(i * each, (i + 1) * each),
        );
        const means = parts.map((part) => part.reduce((sum, value) => sum + value, 0) / part.length);
        series.values().forEach((value, i) => expect(value).toBeCloseTo(means[i]!, 9));
        expect(series.values()).toHaveLength(means.length);
      }),
    );
  });

  test('begins anew when it is cleared', () => {
    const series = boundedSeries(4);
    for (let i = 0; i < 9; i++) series.add(i);
    series.clear();
    series.add(5);
    expect(series.values()).toEqual([5]);
  });
});
