import { expect } from 'vitest';
import { binChances, type NormalsStatistics } from './normalsStatistics.js';

/** Five standard errors: one statistic in 1.7 million would be refused by chance, and there are about two dozen. */
const tolerance = 5;

/** Holds statistics of normals against theory, each within its own standard error. */
export function expectNormal({ draws, counts, moments, correlations }: NormalsStatistics): void {
  // Variances of x, x^2, x^3, x^4: 1, 3 - 1, 15, 105 - 9.
  for (const [i, [mean, variance]] of (
    [
      [0, 1],
      [1, 2],
      [0, 15],
      [3, 96],
    ] as const
  ).entries()) {
    expect(Math.abs(moments[i]! - mean), `moment ${i + 1}`).toBeLessThan(
      tolerance * Math.sqrt(variance / draws),
    );
  }
  for (const [name, { products, squares, over }] of Object.entries(correlations)) {
    expect(Math.abs(products), `correlation, ${name}`).toBeLessThan(tolerance * Math.sqrt(1 / over));
    expect(Math.abs(squares), `correlation of squares, ${name}`).toBeLessThan(
      tolerance * Math.sqrt(4 / over),
    );
  }
  const chances = binChances();
  const binned = chances.map((chance, i) => ({ expected: chance * draws, counted: counts[i]! }));
  const tail = (from: number, of: 'expected' | 'counted'): number =>
    binned.reduce((sum, bin, i) => sum + (i < 512 - 64 * from || i >= 512 + 64 * from ? bin[of] : 0), 0);
  for (const from of [2, 3, 4, 4.5, 5, 5.5, 6]) {
    const expected = tail(from, 'expected');
    expect(Math.abs(tail(from, 'counted') - expected), `draws beyond ${from}`).toBeLessThan(
      tolerance * Math.sqrt(expected) + 1,
    );
  }
  const filled = binned.filter(({ expected }) => expected >= 10);
  const chiSquare = filled.reduce(
    (sum, { expected, counted }) => sum + (counted - expected) ** 2 / expected,
    0,
  );
  expect(filled.length).toBeGreaterThan(500);
  expect(Math.abs(chiSquare - filled.length), 'chi-square').toBeLessThan(
    tolerance * Math.sqrt(2 * filled.length),
  );
}
