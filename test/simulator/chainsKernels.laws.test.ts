import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typescriptChains } from '../../src/simulator/chains/typescriptChains.js';
import type { Chains } from '../../src/simulator/chains/chains.js';
import type { ChainsOptions } from '../../src/simulator/chains/chainsOptions.js';
import { loadKernel } from '../../src/simulator/kernel/loadKernel.js';
import { conditionsOf, gasOf, startWeights } from './chainsArbitraries.js';

const kernel = await loadKernel();
const dimensions = fc.constantFrom(2, 3, 4, 5, 6, 7, 8, 9, 33);

function everything(chains: Chains) {
  return { sums: chains.takeSums(), state: chains.save() };
}

describe('the SIMD kernel and plain TypeScript', () => {
  test('give the same weights, velocities, generators and sums, bit for bit, under conditions that hold for all chains', () => {
    fc.assert(
      fc.property(
        dimensions.chain((dimension) =>
          fc.tuple(gasOf(dimension), fc.array(conditionsOf(), { minLength: 1, maxLength: 12 })),
        ),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 1e9 }),
        ([gas, steps], count, seed) => {
          const options: ChainsOptions = {
            ...gas,
            chains: count,
            seed,
            firstChain: 3,
            weights: startWeights(gas.dimension, count, seed),
          };
          const [fast, plain] = [kernel.chains(options), typescriptChains(options)];
          for (const body of [fast, plain]) {
            body.runTogether(steps);
            body.runTogether(steps);
          }
          expect(everything(fast)).toEqual(everything(plain));
        },
      ),
      { seed: 1, numRuns: 400 },
    );
  });

  test('give the same, bit for bit, under conditions of each chain', () => {
    fc.assert(
      fc.property(
        dimensions.chain((dimension) =>
          fc.tuple(gasOf(dimension), fc.array(conditionsOf(), { minLength: 1, maxLength: 9 })),
        ),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 1e9 }),
        ([gas, conditions], steps, seed) => {
          const count = conditions.length;
          const options: ChainsOptions = {
            ...gas,
            chains: count,
            seed,
            firstChain: 0,
            weights: startWeights(gas.dimension, count, seed),
          };
          const [fast, plain] = [kernel.chains(options), typescriptChains(options)];
          for (const body of [fast, plain]) body.runApart(conditions, steps);
          expect(everything(fast)).toEqual(everything(plain));
        },
      ),
      { seed: 2, numRuns: 400 },
    );
  });
});
