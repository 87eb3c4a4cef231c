import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  numericalInvariance,
  structuralInvariance,
  type Verdict,
} from '../../src/network/invariance/index.js';
import { jointGroups } from '../../src/network/invariance/structure/jointGroups.js';
import { graphs, modelOf } from './randomGraph.js';
import { placeAtSeededPoint, seededBatches } from './testedPoint.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('laws of the structural analysis', () => {
  test('its verdicts on a random graph of layers agree with the numerical test', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const model = modelOf(graph);
        model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
        placeAtSeededPoint(model);
        const expected = structuralInvariance(model).variables.map(({ verdict }) => verdict);
        const measured = await numericalInvariance(model, { batches: seededBatches(model, 2) });
        // A weight that is no scale may have no gradient by chance: a gamma right before a batch norm, a slope after relu.
        const found = measured.variables.map(({ verdict }, index): Verdict =>
          verdict === 'null-direction' && expected[index] === 'not-invariant' ? 'not-invariant' : verdict,
        );
        expect(found).toEqual(expected);
        expect(measured.whole?.invariant ?? true).toBe(true);
        model.dispose();
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test('every joint group satisfies every equation, groups are disjoint and all else is held', () => {
    const variables = 6;
    const degree = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: variables - 1 }), fc.constantFrom(-2, -1, 1, 2)),
      { minLength: 1, maxLength: 4, selector: ([variable]) => variable },
    );
    const sizes = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: variables, maxLength: variables });
    fc.assert(
      fc.property(fc.array(degree, { maxLength: 6 }), sizes, (degrees, sizes) => {
        const equations = degrees.map((terms) => ({
          degree: new Map(terms),
          relation: 'together' as const,
          because: 'they are added',
        }));
        const { groups, held } = jointGroups(equations, sizes);
        for (const members of groups) {
          for (const { degree } of equations) {
            expect(members.reduce((sum, member) => sum + (degree.get(member) ?? 0), 0)).toBe(0);
          }
        }
        const accounted = [...groups.flat(), ...held.keys()].sort((a, b) => a - b);
        expect(accounted).toEqual([0, 1, 2, 3, 4, 5]);
      }),
      { seed: 12, numRuns: 500 },
    );
  });
});
