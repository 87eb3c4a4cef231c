import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  constantThermodynamicSpeedPacing,
  cosinePacing,
  geometricPacing,
  ladderEntropyProduction,
  linearPacing,
  pacingNamed,
} from '../../src/physics/index.js';

const runs = { seed: 16, numRuns: 200 };
const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

describe.each([linearPacing, geometricPacing, cosinePacing, constantThermodynamicSpeedPacing])(
  '$name',
  (pacing) => {
    test('begins and ends exactly where it is told', () => {
      fc.assert(
        fc.property(positive, positive, (from, to) => {
          expect(pacing.at(0, from, to)).toBe(from);
          expect(pacing.at(1, from, to)).toBe(to);
        }),
        runs,
      );
    });

    test('never turns back and never leaves its ends', () => {
      fc.assert(
        fc.property(positive, positive, fraction, fraction, (from, to, one, other) => {
          const [first, second] = [Math.min(one, other), Math.max(one, other)];
          const sign = Math.sign(to - from);
          const way = [from, pacing.at(first, from, to), pacing.at(second, from, to), to];
          for (let index = 1; index < way.length; index += 1) {
            const advance = sign * ((way[index] ?? Number.NaN) - (way[index - 1] ?? Number.NaN));
            expect(advance).toBeGreaterThanOrEqual(-1e-15 * Math.max(from, to));
          }
        }),
        runs,
      );
    });

    test('is found again by its name', () => {
      expect(pacingNamed(pacing.name)).toBe(pacing);
    });
  },
);

test('constant thermodynamic speed covers the same ln T in every relaxation time, which goes as 1/T', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), fraction, (to, at) => {
      const step = 1e-4;
      const middle = Math.min(Math.max(at, step), 1 - step);
      const temperature = (fraction: number) => constantThermodynamicSpeedPacing.at(fraction, 1, to);
      const speed =
        Math.log(temperature(middle + step) / temperature(middle - step)) / (2 * step) / temperature(middle);
      expect(speed).toBeCloseTo(1 - 1 / to, 4);
    }),
    runs,
  );
});

test('no ladder over the same ends produces less entropy than the geometric one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
      (inner) => {
        const temperatures = [1, ...inner, 0.1];
        const rungs = temperatures.length - 1;
        const geometric = Array.from({ length: rungs + 1 }, (_, rung) => 10 ** (-rung / rungs));
        expect(ladderEntropyProduction(temperatures, 1)).toBeGreaterThanOrEqual(
          ladderEntropyProduction(geometric, 1) - 1e-12,
        );
      },
    ),
    runs,
  );
});
