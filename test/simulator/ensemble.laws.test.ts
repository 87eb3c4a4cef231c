import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Control } from '../../src/control/index.js';
import { advanceBlock } from '../../src/simulator/ensemble/advanceBlock.js';
import { divided, joined } from '../../src/simulator/ensemble/blocks.js';
import { packed } from '../../src/simulator/ensemble/packedConditions.js';
import { totalsOf } from '../../src/simulator/ensemble/totals.js';
import {
  diagonalNoise,
  ensemble,
  isotropicNoise,
  linearEnergy,
  loadKernel,
  quadraticEnergy,
  type Conditions,
} from '../../src/simulator/index.js';

const rate = fc.double({ min: 1e-4, max: 0.05, noNaN: true });
const momentum = fc.constantFrom(0, 0.5, 0.9);
const control = fc.oneof<fc.Arbitrary<Control>[]>(
  fc.record({
    protocol: fc.constant('fixedLearningRate' as const),
    learningRate: rate,
    weightDecay: rate,
    momentum,
  }),
  fc.record({
    protocol: fc.constant('fixedEffectiveLearningRate' as const),
    effectiveLearningRate: rate,
    weightDecay: rate,
    momentum,
  }),
  fc.record({
    protocol: fc.constant('fixedSphere' as const),
    effectiveLearningRate: rate,
    radius: fc.double({ min: 0.5, max: 2, noNaN: true }),
    momentum,
  }),
);
const conditions: fc.Arbitrary<Conditions> = fc.record({
  control,
  deviation: fc.double({ min: 0, max: 2, noNaN: true }),
  strength: fc.double({ min: -2, max: 2, noNaN: true }),
});
const gas = fc
  .record({ dimension: fc.integer({ min: 2, max: 9 }), chains: fc.integer({ min: 1, max: 13 }) })
  .chain(({ dimension, chains }) =>
    fc.record({
      dimension: fc.constant(dimension),
      chains: fc.constant(chains),
      energy: fc.constantFrom(
        linearEnergy({ dimension }),
        quadraticEnergy({ coefficients: Array.from({ length: dimension }, (_, i) => i) }),
      ),
      noise: fc.constantFrom(
        isotropicNoise(),
        diagonalNoise(Array.from({ length: dimension }, (_, i) => 1 + i)),
      ),
    }),
  );

describe('an ensemble', () => {
  test('may be divided into blocks, and its state and sums are those of the whole, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(
        gas,
        fc.array(conditions, { minLength: 1, maxLength: 12 }),
        fc.array(conditions, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (gas, first, second, count) => {
          const { chains, dimension } = gas;
          const weights = Float32Array.from({ length: chains * dimension }, (_, i) => Math.sin(i + 1));
          const start = (await loadKernel()).chains({ ...gas, seed: 7, firstChain: 0, weights });
          const before = await advanceBlock({
            block: { gas, state: start.save() },
            conditions: packed(first),
          });
          start.dispose();
          const whole = await advanceBlock({
            block: { gas, state: before.state },
            conditions: packed(second),
          });
          const parts = await Promise.all(
            divided(gas, before.state, count).map((block) =>
              advanceBlock({ block, conditions: packed(second) }),
            ),
          );
          expect(joined(parts.map(({ state }) => state))).toEqual(whole.state);
          expect(totalsOf(parts.map(({ sums }) => sums))).toEqual(totalsOf([whole.sums]));
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  test('shows the weighted means of the parts of a run that is cut, up to rounding', async () => {
    await fc.assert(
      fc.asyncProperty(
        gas,
        fc.array(conditions, { minLength: 2, maxLength: 12 }),
        fc.nat(),
        async (gas, steps, at) => {
          const cut = 1 + (at % (steps.length - 1));
          const [whole, parted] = await Promise.all([ensemble(gas), ensemble(gas)]);
          const all = await whole.run(steps);
          const first = await parted.run(steps.slice(0, cut));
          const second = await parted.run(steps.slice(cut));
          expect(await parted.weights()).toEqual(await whole.weights());
          for (const name of ['squaredRadius', 'secondMoment', 'pressure', 'loss'] as const) {
            const mean = (first[name]! * first.window + second[name]! * second.window) / steps.length;
            expect(all[name]!).toBeCloseTo(mean, 9);
          }
          expect([second.step, second.radius, second.control]).toEqual([all.step, all.radius, all.control]);
        },
      ),
      { numRuns: 60, seed: 2 },
    );
  });
});
