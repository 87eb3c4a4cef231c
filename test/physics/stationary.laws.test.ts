import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compressibility,
  discreteRadiusAtFixedEffectiveLearningRate,
  discreteRadiusAtFixedLearningRate,
  effectiveWeightDecay,
  gasLawFactor,
  stationaryRadiusAtFixedEffectiveLearningRate,
  stationaryRadiusAtFixedLearningRate,
  stationaryTemperatureAtFixedLearningRate,
  temperature,
  totalTemperature,
  volume,
  weightDecayOfRescaling,
} from '../../src/physics/index.js';
import { after, startAt, stepped } from './secondMoments.js';

const runs = { seed: 11, numRuns: 50 };
const rate = fc.double({ min: 0.05, max: 0.3, noNaN: true });
const moment = fc.double({ min: 0.1, max: 5, noNaN: true });
const momentum = fc.double({ min: 0, max: 0.8, noNaN: true });
const dimension = fc.integer({ min: 2, max: 1000 });

describe('the discrete laws', () => {
  test('at fixed learning rate the second moments of SGD with momentum settle at the discrete radius', () => {
    fc.assert(
      fc.property(rate, rate, moment, momentum, (learningRate, weightDecay, secondMoment, momentum) => {
        const gas = { learningRate, weightDecay, secondMoment, momentum };
        const settled = after(5_000, startAt(1), { ...gas, learningRate: () => learningRate });
        expect(settled.squaredRadius / discreteRadiusAtFixedLearningRate(gas) ** 2).toBeCloseTo(1, 10);
      }),
      runs,
    );
  });

  test('at fixed effective rate they settle at its discrete radius', () => {
    fc.assert(
      fc.property(rate, rate, momentum, (effectiveLearningRate, weightDecay, momentum) => {
        const secondMoment = (0.3 * (1 - momentum ** 2)) / effectiveLearningRate ** 2;
        const gas = { effectiveLearningRate, weightDecay, secondMoment, momentum };
        const radius = discreteRadiusAtFixedEffectiveLearningRate(gas);
        const settled = after(2_000, startAt(radius * 0.9), {
          ...gas,
          learningRate: (squaredRadius) => effectiveLearningRate * squaredRadius,
        });
        expect(settled.squaredRadius / radius ** 2).toBeCloseTo(1, 10);
      }),
      runs,
    );
  });

  test('p V (1 - eta lambda / (2 (1 + a))) = R T_tot at that state', () => {
    fc.assert(
      fc.property(
        rate,
        rate,
        moment,
        momentum,
        dimension,
        (learningRate, weightDecay, secondMoment, momentum, dimension) => {
          const gas = { learningRate, weightDecay, secondMoment, momentum, dimension };
          const squaredRadius = discreteRadiusAtFixedLearningRate(gas) ** 2;
          const total = totalTemperature({ ...gas, effectiveLearningRate: learningRate / squaredRadius });
          const measured = compressibility({
            dimension,
            temperature: total,
            pressure: weightDecay,
            volume: volume(squaredRadius),
          });
          expect((measured ?? Number.NaN) * gasLawFactor(gas)).toBeCloseTo(1, 12);
        },
      ),
      runs,
    );
  });

  test('the radii of small steps are the limit of the discrete ones', () => {
    const small = { weightDecay: 1e-4, secondMoment: 2, momentum: 0.5 };
    const fixedRate = { ...small, learningRate: 1e-3 };
    const fixedEffective = { ...small, effectiveLearningRate: 1e-4 };
    const limit = stationaryRadiusAtFixedLearningRate(fixedRate);
    expect(discreteRadiusAtFixedLearningRate(fixedRate) / limit).toBeCloseTo(1, 7);
    const effectiveLimit = stationaryRadiusAtFixedEffectiveLearningRate(fixedEffective);
    expect(discreteRadiusAtFixedEffectiveLearningRate(fixedEffective) / effectiveLimit).toBeCloseTo(1, 7);
  });
});

describe('fixed learning rate', () => {
  test('the stationary temperature is sqrt(eta lambda sigma^2 / (2 (d - 1) (1 - a)))', () => {
    fc.assert(
      fc.property(
        rate,
        rate,
        moment,
        momentum,
        dimension,
        (learningRate, weightDecay, secondMoment, momentum, dimension) => {
          const gas = { learningRate, weightDecay, secondMoment, momentum, dimension };
          const law = Math.sqrt(
            (learningRate * weightDecay * secondMoment) / (2 * (dimension - 1) ** 2 * (1 - momentum)),
          );
          expect(stationaryTemperatureAtFixedLearningRate(gas) / law).toBeCloseTo(1, 12);
        },
      ),
      runs,
    );
  });

  test('T V = eta sigma^2 / 4 at any radius: a constant learning rate is an adiabat of index 2', () => {
    fc.assert(
      fc.property(rate, moment, moment, dimension, (learningRate, noise, squaredRadius, dimension) => {
        const heat = temperature({ effectiveLearningRate: learningRate / squaredRadius, noise, dimension });
        const product = (learningRate * noise) / (dimension - 1) / 4;
        expect((heat * volume(squaredRadius)) / product).toBeCloseTo(1, 12);
      }),
      runs,
    );
  });
});

describe('fixed sphere', () => {
  // First order in eta_eff^2 M / (1 - a)^2 = 1e-8, hence six digits.
  test.each([0, 0.5, 0.9])(
    'at momentum %d the decay read off the rescaling obeys the gas law',
    (momentum) => {
      const radius = 2;
      const effectiveLearningRate = 1e-4 * (1 - momentum);
      const secondMoment = 1;
      const dynamics = {
        learningRate: () => effectiveLearningRate * radius ** 2,
        weightDecay: 0,
        secondMoment,
        momentum,
      };
      let moments = startAt(radius);
      let read = Number.NaN;
      for (let step = 0; step < 500; step += 1) {
        const moved = stepped(moments, dynamics);
        const radiusBefore = Math.sqrt(moved.squaredRadius);
        read = weightDecayOfRescaling({ radiusBefore, radius, effectiveLearningRate, momentum });
        moments = { ...moved, squaredRadius: radius ** 2, overlap: (moved.overlap * radius) / radiusBefore };
      }
      const total = totalTemperature({ effectiveLearningRate, secondMoment, dimension: 10, momentum });
      expect(read / effectiveWeightDecay({ totalTemperature: total, radius, dimension: 10 })).toBeCloseTo(
        1,
        6,
      );
    },
  );
});
