import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chains } from '../../src/simulator/chains/chains.js';
import { typescriptChains } from '../../src/simulator/chains/typescriptChains.js';
import type { Conditions } from '../../src/simulator/chains/conditions.js';
import { loadKernel } from '../../src/simulator/kernel/loadKernel.js';
import { conditionsOf, gasOf, startWeights } from './chainsArbitraries.js';

const kernel = await loadKernel();
const bodies = [
  ['the SIMD kernel', kernel.chains],
  ['plain TypeScript', typescriptChains],
] as const;
const dimensions = fc.constantFrom(2, 3, 5, 8);
const steps = fc.array(conditionsOf(), { minLength: 2, maxLength: 12 });

/** Conditions under which a step is taken or not, as a run is to be split. */
const pieces = steps.chain((whole) =>
  fc.tuple(fc.constant(whole), fc.integer({ min: 1, max: whole.length - 1 })),
);

describe.each(bodies)('chains of %s', (_, chains) => {
  test('are not changed by splitting a run, nor by going on from a saved state', () => {
    fc.assert(
      fc.property(
        dimensions.chain(gasOf),
        pieces,
        fc.integer({ min: 1, max: 6 }),
        (gas, [whole, cut], count) => {
          const start = { seed: 5, firstChain: 0, weights: startWeights(gas.dimension, count, 7) };
          const options = { ...gas, chains: count, ...start };
          const once = chains(options);
          once.runTogether(whole);

          const twice = chains(options);
          twice.runTogether(whole.slice(0, cut));
          const restored = chains({ ...gas, chains: count, state: structuredClone(twice.save()) });
          for (const body of [twice, restored]) body.runTogether(whole.slice(cut));
          expect(twice.save()).toEqual(once.save());
          expect(twice.takeSums()).toEqual(once.takeSums());
          expect(restored.save()).toEqual(once.save());
        },
      ),
      { seed: 3, numRuns: 150 },
    );
  });

  test('take one step after another under conditions of each chain, however the number of steps is split', () => {
    fc.assert(
      fc.property(dimensions.chain(gasOf), steps, fc.integer({ min: 1, max: 30 }), (gas, conditions, cut) => {
        const count = conditions.length;
        const start = { seed: 6, firstChain: 0, weights: startWeights(gas.dimension, count, 8) };
        const [once, twice] = [
          chains({ ...gas, chains: count, ...start }),
          chains({ ...gas, chains: count, ...start }),
        ];
        once.runApart(conditions, 31);
        twice.runApart(conditions, cut);
        twice.runApart(conditions, 31 - cut);
        expect(twice.save()).toEqual(once.save());
        expect(twice.takeSums()).toEqual(once.takeSums());
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  test('do the same whatever other chains there are: chain i follows stream i of the seed', () => {
    fc.assert(
      fc.property(
        dimensions.chain(gasOf),
        fc.array(conditionsOf(), { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 0, max: 6 }),
        (gas, conditions, chain) => {
          const { dimension } = gas;
          const weights = startWeights(dimension, 7, 9);
          const own = weights.slice(chain * dimension, (chain + 1) * dimension);
          const all = chains({ ...gas, chains: 7, seed: 11, firstChain: 0, weights });
          const alone = chains({ ...gas, chains: 1, seed: 11, firstChain: chain, weights: own });
          all.runApart(conditions, 9);
          alone.runApart([conditions[chain]!], 9);
          expect(alone.weights()).toEqual(all.weights().slice(chain * dimension, (chain + 1) * dimension));
          const [sumsOfAll, sumsAlone] = [all.takeSums(), alone.takeSums()];
          for (const name of ['squaredRadius', 'energy', 'secondMoment', 'heating', 'pressure'] as const) {
            expect(sumsAlone[name][0]).toBe(sumsOfAll[name][chain]);
          }
        },
      ),
      { seed: 5, numRuns: 150 },
    );
  });

  test('step alike under one condition for all and under the same for each', () => {
    fc.assert(
      fc.property(
        dimensions.chain(gasOf),
        conditionsOf(),
        fc.integer({ min: 1, max: 40 }),
        (gas, condition, count) => {
          const options = {
            ...gas,
            chains: 5,
            seed: 2,
            firstChain: 0,
            weights: startWeights(gas.dimension, 5, 3),
          };
          const [together, apart] = [chains(options), chains(options)];
          together.runTogether(Array.from({ length: count }, () => ({ ...condition })));
          apart.runApart(
            Array.from({ length: 5 }, () => condition),
            count,
          );
          expect(together.save()).toEqual(apart.save());
          expect(together.takeSums()).toEqual(apart.takeSums());
        },
      ),
      { seed: 6, numRuns: 100 },
    );
  });

  test('sum what their weights show before each step', () => {
    fc.assert(
      fc.property(dimensions.chain(gasOf), steps, (gas, conditions) => {
        const { dimension, energy } = gas;
        const body = chains({
          ...gas,
          chains: 3,
          seed: 4,
          firstChain: 0,
          weights: startWeights(dimension, 3, 5),
        });
        const whole = chains({ ...gas, chains: 3, state: body.save() });
        whole.runTogether(conditions);
        const shown = conditions.map((condition) => shownBy(body, condition));
        const sums = whole.takeSums();
        expect(sums.steps).toBe(conditions.length);
        for (let chain = 0; chain < 3; chain += 1) {
          const rows = shown.map((of) => of[chain]!);
          const scale = (numbers: number[]) => 1e-5 * numbers.reduce((sum, x) => sum + Math.abs(x), 1e-3);
          const radii = rows.map(({ before }) => dot(before, before));
          expect(Math.abs(sums.squaredRadius[chain]! - total(radii))).toBeLessThan(scale(radii));
          const energies = rows.map(({ before, strength }) => {
            const radius = Math.sqrt(dot(before, before));
            const heights = before.map((w, i) =>
              energy.kind === 'linear'
                ? (energy.direction[i]! * w) / radius
                : energy.kind === 'quadratic'
                  ? energy.coefficients[i]! * (w / radius) ** 2
                  : Number.NaN,
            );
            return energy.offset + strength * total(heights);
          });
          expect(Math.abs(sums.energy[chain]! - total(energies))).toBeLessThan(
            1e-5 * conditions.length * (1 + 8 * dimension),
          );
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});

/** The weights before a step, chain by chain; takes the step. */
function shownBy(body: Chains, condition: Conditions) {
  const weights = body.weights();
  body.runTogether([condition]);
  return Array.from({ length: body.chains }, (_, chain) => ({
    before: [...weights.subarray(chain * body.dimension, (chain + 1) * body.dimension)],
    strength: condition.strength,
  }));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0);
}
