import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  directionEntropy,
  entropyEstimator,
  type EntropyForm,
  entropyRing,
} from '../../src/simulator/entropy/index.js';
import { entropyModule } from '../../src/simulator/entropy/kernel/entropyModule.js';
import { cellGrid } from '../../src/simulator/entropy/neighbours/cellGrid.js';
import { cellSearch } from '../../src/simulator/entropy/neighbours/cellSearch.js';
import { planeSearch } from '../../src/simulator/entropy/neighbours/planeSearch.js';
import { sortIntoCells } from '../../src/simulator/entropy/neighbours/sortIntoCells.js';
import { nearestDistances } from '../../src/simulator/entropy/neighbours/nearestDistances.js';
import { entropyRingOn } from '../../src/simulator/entropy/ring/entropyRing.js';
import { typescriptProducts } from '../../src/simulator/entropy/ring/typescriptProducts.js';
import { gaussian } from '../physics/gaussian.js';

const runs = { seed: 31, numRuns: 100 };

/** Rows around a random direction, some of them copies of others, all within about `spread` of it. */
function crowd(rows: number, dimension: number, spread: number, seed: number): Float32Array {
  const normal = gaussian(seed);
  const centre = Float64Array.from({ length: dimension }, normal);
  const weights = new Float32Array(rows * dimension);
  for (let row = 0; row < rows; row += 1) {
    const copied = normal() > 1.5 && row > 0;
    for (let i = 0; i < dimension; i += 1) {
      const at = row * dimension + i;
      weights[at] = copied ? weights[at - dimension]! : centre[i]! + spread * normal();
    }
  }
  return weights;
}

const crowds = fc.record({
  rows: fc.integer({ min: 2, max: 60 }),
  dimension: fc.integer({ min: 2, max: 12 }),
  spread: fc.constantFrom(1, 1e-2, 1e-4),
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
});
const allForms = fc.constantFrom<EntropyForm>('angles', 'standardisedAngles', 'geodesic');
const ringForms = fc.constantFrom<'angles' | 'geodesic'>('angles', 'geodesic');

describe('the entropy of directions', () => {
  test('does not depend on the norms of the rows', () => {
    fc.assert(
      fc.property(crowds, allForms, fc.integer({ min: -20, max: 20 }), (at, form, exponent) => {
        const weights = crowd(at.rows, at.dimension, at.spread, at.seed);
        const scaled = weights.map(
          (weight, i) => weight * 2 ** (exponent + (Math.floor(i / at.dimension) % 3)),
        );
        const { nats } = directionEntropy(weights, { dimension: at.dimension, form });
        expect(directionEntropy(scaled, { dimension: at.dimension, form }).nats).toBeCloseTo(nats, 9);
      }),
      runs,
    );
  });

  test('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(crowds, allForms, (at, form) => {
        const weights = crowd(at.rows, at.dimension, at.spread, at.seed);
        const rows = Array.from({ length: at.rows }, (_, row) =>
          weights.subarray(row * at.dimension, (row + 1) * at.dimension),
        );
        const reversed = Float32Array.from(rows.toReversed().flatMap((row) => [...row]));
        const { nats } = directionEntropy(weights, { dimension: at.dimension, form });
        expect(directionEntropy(reversed, { dimension: at.dimension, form }).nats).toBeCloseTo(nats, 9);
      }),
      runs,
    );
  });

  test('does not depend on the axes in its geodesic form', () => {
    fc.assert(
      fc.property(crowds, (at) => {
        const weights = Float64Array.from(crowd(at.rows, at.dimension, Math.max(at.spread, 1e-2), at.seed));
        const turned = mirrored(weights, at.dimension, gaussian(at.seed + 1));
        // A rounding of 1e-16 of the weights, over distances that may be a thousandth of the spread; copies stay copies.
        const { nats } = directionEntropy(weights, at);
        expect(directionEntropy(turned, at).nats).toBeCloseTo(nats, 6);
      }),
      runs,
    );
  });

  test('is the same from an estimator that was used before', () => {
    fc.assert(
      fc.property(crowds, allForms, (at, form) => {
        const estimate = entropyEstimator({ dimension: at.dimension, samples: at.rows, form });
        const weights = crowd(at.rows, at.dimension, at.spread, at.seed);
        const first = estimate(weights);
        estimate(crowd(at.rows, at.dimension, 1, at.seed + 1));
        expect(estimate(weights)).toEqual(first);
      }),
      runs,
    );
  });
});

test('distances to the k-th neighbour are those of comparing all with all', () => {
  fc.assert(
    fc.property(crowds, fc.integer({ min: 1, max: 6 }), (at, wanted) => {
      const { rows } = at;
      const columns = at.dimension - 1;
      const neighbour = Math.min(wanted, rows - 1);
      const points = Float64Array.from(crowd(rows, columns, at.spread, at.seed));
      const squares = new Float64Array(rows);
      nearestDistances({ rows, columns, neighbour })(points, squares);
      const expected = Array.from({ length: rows }, (_, one) => {
        const all = Array.from({ length: rows }, (_, other) => squareBetween(points, columns, one, other));
        all[one] = Infinity;
        return all.sort((a, b) => a - b)[neighbour - 1]!;
      });
      const ascending = (a: number, b: number): number => a - b;
      const found = [...squares].sort(ascending);
      expected.sort(ascending).forEach((square, i) => expect(found[i]!).toBeCloseTo(square, 12));
    }),
    runs,
  );
});

test('the search in WebAssembly gives exactly what the one in TypeScript gives', () => {
  fc.assert(
    fc.property(crowds, fc.constantFrom(1, 2), (at, columns) => {
      const { rows } = at;
      const points = Float64Array.from(crowd(rows, columns, at.spread, at.seed));
      const grid = cellGrid(points, rows, columns);
      const [found, expected] = [planeSearch(entropyModule()!, rows), cellSearch(rows, columns, 1)].map(
        ({ cells, search }) => {
          sortIntoCells(points, columns, grid, cells, new Uint32Array(rows));
          const squares = new Float64Array(rows);
          search(grid, squares);
          return squares;
        },
      );
      expect(found).toEqual(expected);
    }),
    runs,
  );
});

describe('the ring', () => {
  test('equals the estimate over its newest samples after any pushes, on both kernels', () => {
    fc.assert(
      fc.property(
        crowds,
        ringForms,
        fc.integer({ min: 2, max: 40 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }),
        (at, form, capacity, pieces) => {
          const { dimension } = at;
          const weights = crowd(300, dimension, at.spread, at.seed);
          const ring = entropyRing({ capacity, dimension, form });
          const reference = entropyRingOn(typescriptProducts, { capacity, dimension, form });
          let pushed = 0;
          for (const piece of pieces) {
            for (const end = pushed + piece + 1; pushed < end; pushed += 1) {
              const row = weights.subarray(pushed * dimension, (pushed + 1) * dimension);
              ring.push(row);
              reference.push(row);
            }
            const newest = weights.subarray(Math.max(0, pushed - capacity) * dimension, pushed * dimension);
            const { nats, samples } = directionEntropy(newest, { dimension, form });
            const found = ring.entropy();
            expect(found.samples).toBe(samples);
            expect(found).toEqual(reference.entropy());
            // A ring of few samples keeps points to 2^-24 of their distance from the first, which may be some hundred times
            // that to their nearest; a larger one in double precision.
            const rounding = 2 * dimension > capacity ? dimension * 2e-5 : 1e-9;
            expect(Math.abs(found.nats - nats)).toBeLessThan(rounding);
          }
        },
      ),
      runs,
    );
  });
});

/** The image in the plane orthogonal to a random vector: an orthogonal map. */
function mirrored(weights: Float64Array, dimension: number, normal: () => number): Float64Array {
  const across = Float64Array.from({ length: dimension }, normal);
  const square = across.reduce((sum, component) => sum + component ** 2, 0);
  const image = Float64Array.from(weights);
  for (let row = 0; row < weights.length; row += dimension) {
    const along = across.reduce((sum, component, i) => sum + component * weights[row + i]!, 0);
    for (let i = 0; i < dimension; i += 1) image[row + i]! -= (2 * along * across[i]!) / square;
  }
  return image;
}

function squareBetween(points: Float64Array, columns: number, one: number, other: number): number {
  let square = 0;
  for (let i = 0; i < columns; i += 1) {
    square += (points[one * columns + i]! - points[other * columns + i]!) ** 2;
  }
  return square;
}
