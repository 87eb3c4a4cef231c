import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  equilibriumPressure,
  feedForwardWeightDecay,
  radiusAtFixedEffectiveLearningRate,
  radiusAtFixedLearningRate,
  relaxationTimeLeft,
  stationaryRadiusAtFixedEffectiveLearningRate,
  stationaryRadiusAtFixedLearningRate,
  totalTemperature,
  volume,
} from '../../src/physics/index.js';
import { after, startAt } from './secondMoments.js';

const runs = { seed: 15, numRuns: 100 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const momentum = between(0, 0.9);

// Numbers that keep every single step small: eta lambda and eta_eff^2 M below 1e-3 after momentum's gain.
const gas = fc.record({
  learningRate: between(1e-3, 1e-2),
  weightDecay: between(1e-3, 1e-2),
  secondMoment: between(0.5, 5),
  momentum,
});
const effectiveGas = gas.map(({ learningRate, ...rest }) => ({
  ...rest,
  effectiveLearningRate: learningRate,
}));
const initialRadius = between(0.5, 3);

describe.each([
  ['fixed learning rate', gas, radiusAtFixedLearningRate, stationaryRadiusAtFixedLearningRate],
  [
    'fixed effective learning rate',
    effectiveGas,
    radiusAtFixedEffectiveLearningRate,
    stationaryRadiusAtFixedEffectiveLearningRate,
  ],
] as const)('the radius at %s', (_, gas, radiusAt, stationaryRadius) => {
  // The two protocols' laws take different numbers; each row is consistent in itself.
  const at = radiusAt as (situation: object) => number;
  const stationary = stationaryRadius as (situation: object) => number;

  test('starts where it is and ends at the stationary radius', () => {
    fc.assert(
      fc.property(gas as fc.Arbitrary<object>, initialRadius, (gas, initialRadius) => {
        expect(at({ ...gas, initialRadius, steps: 0 }) / initialRadius).toBeCloseTo(1, 12);
        expect(at({ ...gas, initialRadius, steps: 1e9 }) / stationary(gas)).toBeCloseTo(1, 9);
      }),
      runs,
    );
  });

  test('after t1 + t2 steps is that after t2 steps from where t1 steps led', () => {
    fc.assert(
      fc.property(
        gas as fc.Arbitrary<object>,
        initialRadius,
        between(0, 1e4),
        between(0, 1e4),
        (gas, initialRadius, first, second) => {
          const halfway = at({ ...gas, initialRadius, steps: first });
          const there = at({ ...gas, initialRadius: halfway, steps: second });
          expect(there / at({ ...gas, initialRadius, steps: first + second })).toBeCloseTo(1, 9);
        },
      ),
      runs,
    );
  });
});

describe('without decay', () => {
  test('r^4 grows by 2 eta^2 M a step at fixed learning rate', () => {
    const radius = radiusAtFixedLearningRate({
      initialRadius: 1,
      steps: 1000,
      learningRate: 0.1,
      weightDecay: 0,
      secondMoment: 2,
    });
    expect(radius ** 4).toBeCloseTo(41, 10);
  });

  test('r^2 grows exponentially at fixed effective learning rate, and falls as 1/t without a gradient', () => {
    const numbers = { initialRadius: 2, steps: 100, effectiveLearningRate: 0.1 };
    const growing = radiusAtFixedEffectiveLearningRate({ ...numbers, weightDecay: 0, secondMoment: 1 });
    expect(growing ** 2).toBeCloseTo(4 * Math.E, 10);
    const falling = radiusAtFixedEffectiveLearningRate({ ...numbers, weightDecay: 0.1, secondMoment: 0 });
    expect(falling ** 2).toBeCloseTo(4 / 9, 12);
  });

  test('a negative decay that has blown the radius up is refused', () => {
    const gas = {
      initialRadius: 1,
      steps: 100,
      effectiveLearningRate: 0.1,
      weightDecay: -0.1,
      secondMoment: 0,
    };
    expect(() => radiusAtFixedEffectiveLearningRate(gas)).toThrow(
      'weightDecay is -0.1: it drives the radius to infinity within 100 steps; pass fewer steps or a weightDecay of at least 0',
    );
  });
});

describe('the mean square of SGD with momentum', () => {
  // Both laws are first order in eta lambda / (1 - a) and, for the velocity's build-up, in the 1 / (1 - a) steps it
  // takes, against a relaxation of thousands of steps.
  test.each([0, 0.5, 0.9])('follows both laws at momentum %d', (momentum) => {
    const learningRate = 0.004 * (1 - momentum);
    const rest = { weightDecay: 0.01, secondMoment: 2, momentum };
    const steps = 5_000;
    const followed = after(steps, startAt(2), { ...rest, learningRate: () => learningRate });
    const law = radiusAtFixedLearningRate({ ...rest, initialRadius: 2, steps, learningRate });
    expect(Math.abs(followed.squaredRadius / law ** 2 - 1)).toBeLessThan(1e-3);
    const led = after(steps, startAt(2), {
      ...rest,
      learningRate: (squaredRadius) => learningRate * squaredRadius,
    });
    const logistic = radiusAtFixedEffectiveLearningRate({
      ...rest,
      initialRadius: 2,
      steps,
      effectiveLearningRate: learningRate,
    });
    expect(Math.abs(led.squaredRadius / logistic ** 2 - 1)).toBeLessThan(1e-3);
  });
});

describe('relaxation time left', () => {
  const ratio = fc.oneof(between(0.05, 0.9), between(1.1, 20));

  test('at fixed learning rate is when the closed form enters the tolerance', () => {
    fc.assert(
      fc.property(gas, ratio, between(0.01, 0.09), (gas, ratio, tolerance) => {
        const settled = stationaryRadiusAtFixedLearningRate(gas);
        const initialRadius = settled * Math.sqrt(ratio);
        const state = { volume: volume(initialRadius ** 2), totalCompressibility: ratio ** 2 };
        const steps = relaxationTimeLeft({ protocol: 'fixedLearningRate', ...gas }, state, tolerance);
        const there = radiusAtFixedLearningRate({ ...gas, initialRadius, steps });
        expect(Math.abs((there / settled) ** 2 - 1)).toBeCloseTo(tolerance, 9);
      }),
      runs,
    );
  });

  test('at fixed effective learning rate is when the closed form enters the tolerance', () => {
    fc.assert(
      fc.property(effectiveGas, ratio, between(0.01, 0.09), (gas, ratio, tolerance) => {
        const settled = stationaryRadiusAtFixedEffectiveLearningRate(gas);
        const initialRadius = settled * Math.sqrt(ratio);
        const state = { volume: volume(initialRadius ** 2), totalCompressibility: ratio };
        const steps = relaxationTimeLeft(
          { protocol: 'fixedEffectiveLearningRate', ...gas },
          state,
          tolerance,
        );
        const there = radiusAtFixedEffectiveLearningRate({ ...gas, initialRadius, steps });
        expect(Math.abs((there / settled) ** 2 - 1)).toBeCloseTo(tolerance, 9);
      }),
      runs,
    );
  });
});

describe('feed-forward', () => {
  test('is the equilibrium pressure on a path that stands still', () => {
    fc.assert(
      fc.property(
        effectiveGas,
        initialRadius,
        fc.integer({ min: 2, max: 1000 }),
        (gas, radius, dimension) => {
          const decay = feedForwardWeightDecay({ ...gas, squaredRadius: radius ** 2, logVolumeRate: 0 });
          const temperature = totalTemperature({ ...gas, dimension });
          const pressure = equilibriumPressure({ temperature, volume: volume(radius ** 2), dimension });
          expect(decay / pressure).toBeCloseTo(1, 12);
        },
      ),
      runs,
    );
  });

  test('undoes the closed form: it gives back the decay that made the radius move as it does', () => {
    fc.assert(
      fc.property(effectiveGas, initialRadius, between(1, 1e3), (gas, initialRadius, steps) => {
        const radius = (at: number) =>
          radiusAtFixedEffectiveLearningRate({ ...gas, initialRadius, steps: at });
        const logVolumeRate = Math.log(radius(steps + 0.01) / radius(steps - 0.01)) / 0.01;
        const decay = feedForwardWeightDecay({ ...gas, squaredRadius: radius(steps) ** 2, logVolumeRate });
        expect(decay / gas.weightDecay).toBeCloseTo(1, 4);
      }),
      runs,
    );
  });
});
