import { assert, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adiabatResults, entropyChanges, type HeldState } from '../../../src/experiments/index.js';

const positive = double({ min: 1e-6, max: 1e3, noNaN: true });
const state = (temperature: number, volume: number, entropy: number): HeldState => ({
  temperature: { value: temperature, standardError: 0 },
  totalTemperature: 2 * temperature,
  volume,
  entropy,
  entropyBySteps: entropy,
});

describe('changes of entropy', () => {
  test('of a cold gas are ln(V2 / V1) / 2 at one temperature, and nothing where T V stays what it was', () => {
    assert(
      property(positive, positive, double({ min: 0.1, max: 10, noNaN: true }), (T, V, ratio) => {
        const start = state(T, V, 0);
        const { isotherm, adiabat } = entropyChanges([
          { seed: 1, states: [start, state(T, V * ratio, 0), state(T / ratio, V * ratio ** 2, 0)] },
        ]);
        expect(isotherm[0]!.expected).toBeCloseTo(Math.log(ratio) / 2, 9);
        expect(isotherm[0]!.expectedOfTotal).toBeCloseTo(Math.log(ratio) / 2, 9);
        expect(adiabat[0]!.expected).toBeCloseTo(0, 9);
        expect(adiabat[0]!.expectedOfTotal).toBeCloseTo(0, 9);
      }),
    );
  });

  const balance = (isotherm: number, adiabat: number, seed = 1) => ({
    seed,
    states: [state(2, 1, 0), state(2, 2, isotherm), state(1, 4, isotherm + adiabat)] as const,
  });

  test('as theory has them pass; an adiabat that changes more than the isotherm does not', () => {
    const seeds = [1, 2, 3];
    const verdicts = (isotherm: number, adiabat: number) =>
      adiabatResults(seeds.map((seed) => balance(isotherm + seed / 1000, adiabat - seed / 1000, seed))).map(
        ({ verdict }) => verdict,
      );
    expect(verdicts(0.34, 0)).toEqual(['within', 'within', 'within', 'within']);
    expect(verdicts(0.34, -0.5)).toEqual(['within', 'outside', 'outside', 'outside']);
    expect(verdicts(0, 0)[0]).toBe('outside');
  });

  test('of a single seed have no error, and what lies outside is then undecided', () => {
    const results = adiabatResults([balance(0.34, -0.5)]);
    expect(results.map(({ standardError }) => standardError)).toEqual([NaN, NaN, NaN, NaN]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['within', 'undecided', 'undecided', 'undecided']);
  });
});
