import { describe, expect, test } from 'vitest';
import { bestRate } from '../../src/experiments/compare/bestRate.js';
import { spreadOf } from '../../src/experiments/compare/spreadOf.js';
import { standings } from '../../src/experiments/compare/standings.js';
import { stepsToTarget } from '../../src/experiments/compare/stepsToTarget.js';

const three = (mean: number, deviation: number) => ({ mean, deviation, count: 3 });

describe('the mean over seeds', () => {
  test('has the standard deviation with n - 1 in its denominator', () => {
    const spread = spreadOf([0.96, 0.97, 0.98])!;
    expect(spread.mean).toBeCloseTo(0.97, 12);
    expect(spread.deviation).toBeCloseTo(0.01, 12);
    expect(spread.count).toBe(3);
  });

  test('of one seed has no deviation, and of none there is no mean', () => {
    expect(spreadOf([0.96])).toEqual({ mean: 0.96, deviation: null, count: 1 });
    expect(spreadOf([])).toBeNull();
  });
});

describe('the standing of a candidate', () => {
  // The standard error of the difference of two means of three, each of deviation .01, is .01 sqrt(2 / 3) = .008165.
  test('is a tie at two standard errors of the difference, and behind beyond', () => {
    expect(standings([three(0.98, 0.01), three(0.98 - 0.0163, 0.01)])).toEqual(['best', 'tied']);
    expect(standings([three(0.98, 0.01), three(0.98 - 0.0164, 0.01)])).toEqual(['best', 'behind']);
  });

  test('takes both deviations into account', () => {
    // sqrt(.03^2 / 3 + 0) = .01732.
    expect(standings([three(0.98, 0), three(0.98 - 0.0346, 0.03)])).toEqual(['best', 'tied']);
    expect(standings([three(0.98, 0), three(0.98 - 0.0347, 0.03)])).toEqual(['best', 'behind']);
  });

  test('is not told from one seed, which has no standard error', () => {
    const one = (mean: number) => ({ mean, deviation: null, count: 1 });
    expect(standings([one(0.9), one(0.98)])).toEqual(['untested', 'best']);
  });

  test('is none without a result, also where nobody has one', () => {
    expect(standings([null, three(0.9, 0.01)])).toEqual(['none', 'best']);
    expect(standings([null, null])).toEqual(['none', 'none']);
  });
});

describe('the best rate', () => {
  test('is that of the highest validation accuracy, then of the lower loss, and never one that diverged', () => {
    const tried = [
      { rate: 1, accuracy: 0.9, loss: 0.4 },
      { rate: 2, accuracy: 0.95, loss: 0.3 },
      { rate: 4, accuracy: 0.95, loss: 0.2 },
      { rate: 8, accuracy: null, loss: null },
    ];
    expect(bestRate(tried)).toBe(4);
    expect(bestRate(tried.slice(3))).toBeNull();
  });
});

describe('the steps to a target', () => {
  const points = [
    { step: 20, loss: 1 },
    { step: 100, testAccuracy: 0.9 },
    { step: 200, testAccuracy: 0.97 },
    { step: 300, testAccuracy: 0.96 },
  ];
  test('are those of the first test that reached it', () => {
    expect(stepsToTarget(points, 0.96)).toBe(200);
    expect(stepsToTarget(points, 0.98)).toBeNull();
  });
});
