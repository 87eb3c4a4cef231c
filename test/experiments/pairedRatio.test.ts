import { expect, test } from 'vitest';
import { pairedRatio } from '../../src/experiments/benchmarks/pairedRatio.js';

test('a machine that slows down half way through moves the times and not the ratio', () => {
  const pairs = [1, 1, 1, 3, 3].map((slowness): [number, number] => [10 * slowness, 11 * slowness]);
  const { ratio, standardError, milliseconds } = pairedRatio(pairs);
  expect(ratio).toBeCloseTo(1.1, 12);
  expect(standardError).toBeCloseTo(0, 12);
  expect(milliseconds).toEqual([10, 11]);
});

test('a pair that was disturbed on one side does not move the ratio', () => {
  expect(
    pairedRatio([
      [10, 11],
      [10, 12],
      [10, 13],
      [10, 90],
      [10, 11.5],
    ]).ratio,
  ).toBe(1.2);
});

test('the standard error is sqrt(pi / 2) 1.4826 MAD / sqrt(n), that of a normal median', () => {
  const ratios = [0.9, 0.95, 1, 1.05, 1.1];
  const { standardError } = pairedRatio(ratios.map((ratio): [number, number] => [1, ratio]));
  expect(standardError).toBeCloseTo((1.2533141 * 1.4826 * 0.05) / Math.sqrt(5), 7);
});
