import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastSquares } from '../../src/simulator/study/fits/leastSquares.js';
import { entropyPlane } from '../../src/simulator/study/fits/entropyPlane.js';
import { lineSlopes } from '../../src/simulator/study/fits/lineSlopes.js';
import { idealCells } from './idealCells.js';

const seed = 1;
const number = fc.double({ min: -10, max: 10, noNaN: true });

describe('leastSquares', () => {
  test('finds the coefficients that values without scatter were made of, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.tuple(number, number, number),
        fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 8, maxLength: 8 }),
        ([a, b, c], weights) => {
          const design = weights.map((_, i) => [1, i, i * i]);
          const values = design.map(([one, x, square]) => a * one! + b * x! + c * square!);
          const { coefficients, standardErrors } = leastSquares(design, values, weights);
          expect(coefficients[0]).toBeCloseTo(a, 7);
          expect(coefficients[1]).toBeCloseTo(b, 7);
          expect(coefficients[2]).toBeCloseTo(c, 7);
          for (const error of standardErrors) expect(error).toBeLessThan(1e-6);
        },
      ),
      { seed },
    );
  });

  test('gives the errors of a straight line by hand: s^2 = sum of squares / (n - 2), s_b = s / sqrt(Sxx)', () => {
    // x = 0..4, y = 0, 2, 1, 5, 7: b = 17/10, a = -2/5; residuals .4, .7, -2, .3, .6; s^2 = 5.1/3, Sxx = 10.
    const { coefficients, standardErrors } = leastSquares(
      [0, 1, 2, 3, 4].map((x) => [1, x]),
      [0, 2, 1, 5, 7],
      [1, 1, 1, 1, 1],
    );
    expect(coefficients[0]).toBeCloseTo(-0.4, 12);
    expect(coefficients[1]).toBeCloseTo(1.7, 12);
    expect(standardErrors[1]).toBeCloseTo(Math.sqrt(1.7 / 10), 12);
    expect(standardErrors[0]).toBeCloseTo(Math.sqrt(1.7 * (1 / 5 + 4 / 10)), 12);
  });

  test('does not change when all weights are multiplied by a factor', () => {
    const design = [0, 1, 2, 3].map((x) => [1, x]);
    const one = leastSquares(design, [1, 3, 2, 5], [1, 2, 3, 4]);
    const other = leastSquares(design, [1, 3, 2, 5], [10, 20, 30, 40]);
    one.coefficients.forEach((value, i) => expect(other.coefficients[i]).toBeCloseTo(value, 12));
    one.standardErrors.forEach((value, i) => expect(other.standardErrors[i]).toBeCloseTo(value, 12));
  });
});

describe('the slopes of the entropy over a grid', () => {
  const grid = idealCells('fixedLearningRate', 5);
  const plane = (a: number, b: number) =>
    grid.map((cell) => ({
      ...cell,
      entropy: a * Math.log(cell.rate) + b * Math.log(cell.constraint),
    }));

  test('are those of the plane that the entropies were made of, in every line too', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const cells = plane(a, b);
        const { alongRate, alongConstraint, difference } = entropyPlane(cells);
        expect(alongRate.value).toBeCloseTo(a, 9);
        expect(alongConstraint.value).toBeCloseTo(b, 9);
        expect(difference.value).toBeCloseTo(a - b, 9);
        for (const slope of lineSlopes(cells, 'rate')) expect(slope).toBeCloseTo(a, 9);
        for (const slope of lineSlopes(cells, 'constraint')) expect(slope).toBeCloseTo(b, 9);
      }),
      { seed },
    );
  });

  test('scatter from one set of noisy entropies to the next as their standard errors say', () => {
    // Cells scatter with the variance that they are weighed by; the mean of z^2 over 400 sets has the error sqrt(2 / 400).
    const draw = uniforms(7);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    const sets = Array.from({ length: 400 }, () => {
      const noisy = plane(1, 0).map((cell) => ({
        ...cell,
        entropy:
          cell.entropy +
          normal() * Math.sqrt((Math.PI ** 2 / 6 + 1) / cell.keptWeights + 1 / cell.spannedRelaxationTimes),
      }));
      const { alongConstraint, difference } = entropyPlane(noisy);
      return [
        alongConstraint.value / alongConstraint.standardError,
        (difference.value - 1) / difference.standardError,
      ] as const;
    });
    for (const which of [0, 1] as const) {
      const meanSquare = sets.reduce((sum, z) => sum + z[which] ** 2, 0) / sets.length;
      // Student's t with 22 degrees of freedom has the variance 22 / 20.
      expect(Math.abs(meanSquare - 1.1)).toBeLessThan(4 * 1.1 * Math.sqrt(2 / 400));
    }
  });
});

/** Numbers from 0 up to 1, of a seed (mulberry32). */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}
