import { describe, expect, test } from 'vitest';
import {
  constantThermodynamicSpeedPacing,
  cosinePacing,
  geometricPacing,
  ladderEntropyProduction,
  linearPacing,
  pacingNamed,
  thermodynamicLength,
  type Pacing,
} from '../../src/physics/index.js';

describe('pacings from 1 to 1/9', () => {
  test.each([
    [linearPacing, 5 / 9],
    [cosinePacing, 5 / 9],
    [geometricPacing, 1 / 3],
    [constantThermodynamicSpeedPacing, 1 / 5],
  ] as const)('$name', (pacing, halfway) => {
    expect(pacing.at(0.5, 1, 1 / 9)).toBeCloseTo(halfway, 14);
  });

  test('a name that is not known, a fraction beyond 1 and an end that a pacing cannot take are refused', () => {
    expect(() => pacingNamed('sudden' as 'linear')).toThrow(
      'pacing is sudden: pass linear, geometric, cosine, constantThermodynamicSpeed',
    );
    expect(() => linearPacing.at(1.5, 1, 2)).toThrow(
      'fraction is 1.5: pass a number from 0 (the start) to 1 (the end)',
    );
    expect(() => geometricPacing.at(0.5, 1, 0)).toThrow(
      "geometric pacing's to is 0: pass a number greater than 0",
    );
    expect(linearPacing.at(0.5, 1, 0)).toBe(0.5);
  });
});

// The mean square of SGD on x^2 / 2 with gradient noise of variance 1, from its stationary value at learning rate .1:
// v <- (1 - eta)^2 v + eta^2, exact, no sampling. The least v that any schedule can reach after N steps is 1/(1/v0 + N).
function varianceOverOptimum(rateAt: (fraction: number) => number): number {
  const steps = 20_000;
  const start = 0.1 / 1.9;
  let variance = start;
  for (let step = 0; step < steps; step += 1) {
    const rate = rateAt(step / steps);
    variance = (1 - rate) ** 2 * variance + rate ** 2;
  }
  return variance * (1 / start + steps);
}

function paced(pacing: Pacing, to: number): number {
  return varianceOverOptimum((fraction) => pacing.at(fraction, 0.1, to));
}

describe('cooling an isotropic noisy quadratic from learning rate .1 in 20,000 steps', () => {
  // The optimum's own last rate, eta0 / (1 + eta0 N).
  const last = 0.1 / 2001;
  test('at constant thermodynamic speed reaches the optimum', () => {
    expect(paced(constantThermodynamicSpeedPacing, last)).toBeCloseTo(1.0, 3);
  });

  test('exponentially ends 2.40 times above it, by a cosine to zero 10.05, linearly to zero 19.85, not at all 1053.6', () => {
    expect(paced(geometricPacing, last)).toBeCloseTo(2.4, 2);
    expect(paced(cosinePacing, 0)).toBeCloseTo(10.05, 2);
    expect(paced(linearPacing, 0)).toBeCloseTo(19.85, 2);
    expect(varianceOverOptimum(() => 0.1)).toBeCloseTo(1053.6, 1);
  });
});

function ladder(rungs: number): number[] {
  return Array.from({ length: rungs + 1 }, (_, rung) => 10 ** (-rung / rungs));
}

describe('a geometric ladder over a factor of 10 in temperature, at heat capacity 1', () => {
  // K (10^(1/K) - 1 - ln(10) / K).
  test.each([
    [1, 6.6974],
    [5, 0.62188],
    [10, 0.28667],
    [50, 0.053842],
  ])('of %d rungs produces %d nats, above L^2 / (2 K)', (rungs, production) => {
    const produced = ladderEntropyProduction(ladder(rungs), 1);
    expect(Math.abs(produced / production - 1)).toBeLessThan(1e-5);
    const length = thermodynamicLength({ from: 1, to: 0.1, heatCapacity: 1 });
    expect(produced).toBeGreaterThan(length ** 2 / (2 * rungs));
  });

  test('has thermodynamic length ln 10, and twice that at heat capacity 4', () => {
    expect(thermodynamicLength({ from: 1, to: 0.1, heatCapacity: 1 })).toBeCloseTo(2.302585093, 9);
    expect(thermodynamicLength({ from: 0.1, to: 1, heatCapacity: 4 })).toBeCloseTo(4.605170186, 9);
  });

  test('needs a bath', () => {
    expect(() => ladderEntropyProduction([1], 1)).toThrow(
      "temperatures has 1 entries: pass the body's and at least one bath's",
    );
    expect(() => ladderEntropyProduction([1, 0], 1)).toThrow(
      'temperatures[1] is 0: pass a number greater than 0',
    );
  });
});
