import { describe, expect, test } from 'vitest';
import {
  discreteRadiusAtFixedEffectiveLearningRate,
  discreteRadiusAtFixedLearningRate,
  effectiveWeightDecay,
  equilibriumPressure,
  equilibriumTemperature,
  equilibriumVolume,
  gasLawFactor,
  stationaryRadiusAtFixedEffectiveLearningRate,
  stationaryRadiusAtFixedLearningRate,
  stationaryTemperatureAtFixedLearningRate,
  weightDecayOfRescaling,
} from '../../src/physics/index.js';

// The toy gas of arXiv 2511.07308: d = 3, sigma = 1, so trSigma = (d - 1) sigma^2 = 2.
const toy = { secondMoment: 2, weightDecay: 0.01 };

describe('stationary laws of the toy gas', () => {
  test('fixed learning rate .01 settles at radius 1 and temperature .005', () => {
    expect(stationaryRadiusAtFixedLearningRate({ ...toy, learningRate: 0.01 })).toBe(1);
    expect(
      stationaryTemperatureAtFixedLearningRate({ ...toy, learningRate: 0.01, dimension: 3 }),
    ).toBeCloseTo(0.005, 15);
  });

  test('fixed effective learning rate .01 settles at radius 1', () => {
    expect(stationaryRadiusAtFixedEffectiveLearningRate({ ...toy, effectiveLearningRate: 0.01 })).toBe(1);
  });

  test('momentum .9 enlarges r^4 at fixed learning rate, and r^2 at fixed effective rate, tenfold', () => {
    const momentum = 0.9;
    expect(stationaryRadiusAtFixedLearningRate({ ...toy, learningRate: 0.01, momentum }) ** 4).toBeCloseTo(
      10,
      12,
    );
    expect(
      stationaryRadiusAtFixedEffectiveLearningRate({ ...toy, effectiveLearningRate: 0.01, momentum }) ** 2,
    ).toBeCloseTo(10, 12);
  });

  test('steps of finite size enlarge the radius: r^4 = eta M / (lambda (2 - eta lambda))', () => {
    const gas = { learningRate: 1, weightDecay: 0.5, secondMoment: 3 };
    expect(discreteRadiusAtFixedLearningRate(gas) ** 4).toBeCloseTo(4, 12);
    expect(stationaryRadiusAtFixedLearningRate(gas) ** 4).toBeCloseTo(3, 12);
    expect(gasLawFactor(gas)).toBe(0.75);
  });

  test('at fixed effective rate and q = eta_eff^2 M = .75, r^2 eta_eff lambda is 1/2', () => {
    const gas = { effectiveLearningRate: 0.5, weightDecay: 0.1, secondMoment: 3 };
    expect(discreteRadiusAtFixedEffectiveLearningRate(gas) ** 2).toBeCloseTo(10, 12);
  });

  test('a sphere of radius 2 at temperature .005 acts as weight decay .0025 in three dimensions', () => {
    expect(effectiveWeightDecay({ totalTemperature: 0.005, radius: 2, dimension: 3 })).toBe(0.0025);
  });

  test('rescaling from 2.001 to 2 at effective rate .01 reads .0125', () => {
    const read = weightDecayOfRescaling({ radiusBefore: 2.001, radius: 2, effectiveLearningRate: 0.01 });
    expect(read).toBeCloseTo(0.0125, 12);
  });

  test('the gas law gives each of p, V and T from the other two', () => {
    expect(equilibriumPressure({ temperature: 0.005, volume: 0.5, dimension: 3 })).toBe(0.01);
    expect(equilibriumVolume({ temperature: 0.005, pressure: 0.01, dimension: 3 })).toBe(0.5);
    expect(equilibriumTemperature({ pressure: 0.01, volume: 0.5, dimension: 3 })).toBe(0.005);
  });
});

describe('refusals', () => {
  test('no decay, no stationary radius', () => {
    expect(() =>
      stationaryRadiusAtFixedLearningRate({ learningRate: 0.1, weightDecay: 0, secondMoment: 1 }),
    ).toThrow('weightDecay is 0: pass a number greater than 0');
  });

  test('a decay that overshoots names the bound', () => {
    expect(() => gasLawFactor({ learningRate: 4, weightDecay: 0.5 })).toThrow(
      'learningRate times weightDecay is 2: lower either until it is below 2 (1 + momentum) = 2, or the decay overshoots',
    );
  });

  test('an effective rate at which noise outruns every decay names the largest allowed', () => {
    const gas = { effectiveLearningRate: 0.5, weightDecay: 0.1, secondMoment: 16 };
    expect(() => discreteRadiusAtFixedEffectiveLearningRate(gas)).toThrow(
      'effectiveLearningRate is 0.5: with this second moment and momentum no radius is stationary; pass less than 0.25',
    );
  });
});
