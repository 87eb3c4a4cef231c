import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standings } from '../../src/experiments/compare/standings.js';

const spread = fc.record({
  mean: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  deviation: fc.double({ min: 0, max: 0.05, noNaN: true }),
  count: fc.integer({ min: 2, max: 10 }),
});
const spreads = fc.array(spread, { minLength: 1, maxLength: 9 });

describe('standings', () => {
  test('name exactly one best, whose mean is the highest', () => {
    fc.assert(
      fc.property(spreads, (given) => {
        const told = standings(given);
        expect(told.filter((standing) => standing === 'best')).toHaveLength(1);
        expect(given[told.indexOf('best')]!.mean).toBe(Math.max(...given.map(({ mean }) => mean)));
      }),
      { seed: 1 },
    );
  });

  test('do not change when a candidate that is worse and steadier is left out', () => {
    fc.assert(
      fc.property(spreads, (given) => {
        const worst = { mean: 0, deviation: 0.01, count: 3 };
        expect(standings([...given, worst]).slice(0, -1)).toEqual(standings(given));
      }),
      { seed: 2 },
    );
  });

  test('call nobody behind whom more scatter would not: a tie stays one with larger deviations', () => {
    fc.assert(
      fc.property(spreads, fc.double({ min: 1, max: 10, noNaN: true }), (given, factor) => {
        const wider = given.map((one) => ({ ...one, deviation: one.deviation * factor }));
        standings(given).forEach((standing, i) => {
          if (standing === 'tied') expect(standings(wider)[i]).toBe('tied');
        });
      }),
      { seed: 3 },
    );
  });
});
