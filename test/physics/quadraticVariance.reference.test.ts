import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  constantThermodynamicSpeedPacing,
  cosinePacing,
  geometricPacing,
  leastQuadraticVariance,
  linearPacing,
  quadraticVariance,
} from '../../src/physics/index.js';

const quadratic = { steps: 20_000, curvature: 1, noise: 1, initialVariance: 0.1 / 1.9 };
const last = 0.1 / 2001;

function excess(rate: (fraction: number) => number): number {
  const learningRate = (step: number): number => rate(step / quadratic.steps);
  return quadraticVariance({ ...quadratic, learningRate }) / leastQuadraticVariance(quadratic);
}

// k = sigma^2 = 1, eta0 = .1, N = 20,000, from the stationary variance at eta0. Ratios as computed once by an independent
// recursion; that of a constant rate is 1 + N v0 k^2 / sigma^2 = 1053.63.
describe('the variance left on a noisy quadratic, over the least', () => {
  test('is 1.000 at constant thermodynamic speed', () => {
    expect(excess((f) => constantThermodynamicSpeedPacing.at(f, 0.1, last))).toBeCloseTo(1, 3);
  });
  test('is 1.229 as 1 / (1 + c t)^2 to the same end', () => {
    expect(excess((f) => 0.1 / (1 + (Math.sqrt(2001) - 1) * f) ** 2)).toBeCloseTo(1.229, 3);
  });
  test('is 2.40 exponentially to the same end', () => {
    expect(excess((f) => geometricPacing.at(f, 0.1, last))).toBeCloseTo(2.4, 2);
  });
  test('is 10.05 along a cosine to 0', () => {
    expect(excess((f) => cosinePacing.at(f, 0.1, 0))).toBeCloseTo(10.054, 3);
  });
  test('is 19.85 linearly to 0', () => {
    expect(excess((f) => linearPacing.at(f, 0.1, 0))).toBeCloseTo(19.852, 3);
  });
  test('is 1053.6 at a constant rate', () => {
    expect(excess(() => 0.1)).toBeCloseTo(1 + 20_000 * quadratic.initialVariance, 6);
  });
  test('is never below 1, whatever the rates', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (rates) => {
        const short = { ...quadratic, steps: rates.length };
        const left = quadraticVariance({ ...short, learningRate: (step) => rates[step]! });
        expect(left).toBeGreaterThanOrEqual(leastQuadraticVariance(short) * (1 - 1e-12));
      }),
      { seed: 1 },
    );
  });
});
