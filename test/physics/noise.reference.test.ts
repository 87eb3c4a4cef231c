import { describe, expect, test } from 'vitest';
import {
  batchMeans,
  consecutiveDifferenceGauge,
  criticalBatchSize,
  exponentialAverage,
  noiseAtBatchSize,
  pairDeviation,
  pairEstimate,
  stepCorrelation,
  twoBatchSizes,
} from '../../src/physics/index.js';

describe('estimators by hand', () => {
  // g1 = (3, 1), g2 = (1, 1).
  test('a pair of gradients (3, 1) and (1, 1) has noise 2 and signal 4', () => {
    expect(pairEstimate(10, 2, 4)).toEqual({ noise: 2, signal: 4 });
    expect(consecutiveDifferenceGauge(10, 2, 4)).toBe(2);
    expect(stepCorrelation(10, 2, 4)).toBeCloseTo(0.894427191, 9);
  });

  test('a gradient that is zero has no correlation', () => {
    expect(stepCorrelation(0, 2, 0)).toBeNull();
  });

  // |g_b|^2 = |g|^2 + trSigma_1 / b with |g|^2 = 3, trSigma_1 = 64.
  test('batches of 16 and 64 with squared norms 7 and 4 have noise 64 a sample, signal 3 and critical batch size 21', () => {
    const moments = twoBatchSizes({
      smallBatch: 16,
      largeBatch: 64,
      smallSquaredNorm: 7,
      largeSquaredNorm: 4,
    });
    expect(moments.noise).toBeCloseTo(64, 12);
    expect(moments.signal).toBeCloseTo(3, 12);
    expect(criticalBatchSize(moments)).toBeCloseTo(21.3333333, 6);
    expect(noiseAtBatchSize({ noise: moments.noise, batchSize: 1, wantedBatchSize: 16 })).toBeCloseTo(4, 12);
  });

  test('a signal that the estimates do not resolve has no critical batch size', () => {
    expect(criticalBatchSize({ noise: 1, signal: -0.1 })).toBeNull();
  });

  test('the pair estimate of 200 effective dimensions deviates by a tenth, of 100 such pairs by a hundredth', () => {
    expect(pairDeviation(200)).toBeCloseTo(0.1, 15);
    expect(pairDeviation(200, 100)).toBeCloseTo(0.01, 15);
  });
});

describe('the exponential average', () => {
  test('of 1, 2, 3 at decay .5 is (.25 + 1 + 3) / 1.75', () => {
    const average = exponentialAverage(0.5);
    const state = [1, 2, 3].reduce(average.update, average.empty);
    expect(state).toEqual({ weight: 0.875, total: 2.125 });
    expect(average.mean(state)).toBeCloseTo(2.428571429, 9);
  });

  test('of nothing is null', () => {
    const average = exponentialAverage(0.9);
    expect(average.mean(average.empty)).toBeNull();
  });

  test('asks for a decay below 1', () => {
    expect(() => exponentialAverage(1)).toThrow(
      'decay is 1: pass a number from 0 up to, but not including, 1',
    );
  });
});

describe('batch means', () => {
  test('of 9, 1, 3, 5, 7 in two blocks leave out the first value: 4 with standard error 2', () => {
    expect(batchMeans([9, 1, 3, 5, 7], 2)).toEqual({ value: 4, standardError: 2 });
  });

  test('ask for a value a block and two blocks', () => {
    expect(() => batchMeans([1], 2)).toThrow(
      'values has 1 entries: pass at least one for each of the 2 blocks',
    );
    expect(() => batchMeans([1, 2], 1)).toThrow('blocks is 1: pass a whole number of at least 2');
  });
});

describe('refusals', () => {
  test('a large batch that is not larger is refused', () => {
    const equal = { smallBatch: 16, largeBatch: 16, smallSquaredNorm: 7, largeSquaredNorm: 4 };
    expect(() => twoBatchSizes(equal)).toThrow('largeBatch is 16: pass more than smallBatch, which is 16');
  });
});
