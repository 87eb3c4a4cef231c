import { describe, expect, test } from 'vitest';
import { meanCourse, thermostatResults } from '../../../src/experiments/index.js';
import { courseOf } from './courseOf.js';

const flat = () => 1;
/** From 1 in the first window to 1 + by in the last. */
const rising = (by: number) => (window: number) => 1 + (by * window) / 9;
const verdicts = (...parameters: Parameters<typeof courseOf>) =>
  thermostatResults([courseOf(...parameters)]).map(({ verdict }) => verdict);

describe('what courses of T are taken to say', () => {
  test('a T that is held where it would have drifted passes in everything', () => {
    expect(verdicts({ openLoop: rising(0.4), regulated: flat }, 0.03)).toEqual([
      'within',
      'within',
      'within',
      'within',
    ]);
  });

  test('a T that is not held is outside in its mean, its drift and its windows', () => {
    expect(verdicts({ openLoop: rising(0.4), regulated: rising(0.4) }, 0.02)).toEqual([
      'outside',
      'outside',
      'outside',
      'within',
    ]);
  });

  test('a gas that does not drift by itself shows nothing of a thermostat', () => {
    expect(verdicts({ openLoop: rising(0.1), regulated: flat }, 0.02).at(-1)).toBe('outside');
    expect(verdicts({ openLoop: rising(0.1), regulated: flat }, 0.2).at(-1)).toBe('undecided');
  });

  test('a fall counts as a drift as a rise does', () => {
    expect(verdicts({ openLoop: rising(-0.4), regulated: flat }, 0.03).at(-1)).toBe('within');
  });

  test('the mean of the epoch has the error of ten independent windows, a drift that of four', () => {
    const [mean, drift] = thermostatResults([courseOf({ openLoop: rising(0.4), regulated: flat }, 0.04)]);
    expect(mean!.standardError).toBeCloseTo(0.04 / Math.sqrt(10), 12);
    expect(drift!.standardError).toBeCloseTo((0.04 / Math.sqrt(2)) * Math.SQRT2, 12);
  });

  test('courses are averaged window by window, and nothing measured says nothing', () => {
    const courses = [
      courseOf({ openLoop: () => 1, regulated: flat }, 0.04, 1),
      courseOf({ openLoop: () => 3, regulated: flat }, 0.03, 2),
    ];
    expect(meanCourse(courses, 'openLoop')[1]).toEqual({
      temperature: { value: 2, standardError: 0.025 },
      effectiveLearningRate: (0.004 / 2 + 0.004 / 3) / 2,
    });
    expect(meanCourse([], 'openLoop')).toEqual([]);
    expect(thermostatResults([])).toEqual([]);
  });
});
