import { describe, expect, test } from 'vitest';
import { publishedStudy } from '../../src/simulator/study/index.js';
import { studyGrid } from '../../src/simulator/study/grid/studyGrid.js';
import { directionTemperature } from '../../src/simulator/study/theory/directionTemperature.js';
import { expectedCell } from '../../src/simulator/study/theory/expectedCell.js';
import { secondMomentOf } from '../../src/simulator/study/theory/secondMomentOf.js';
import { stationaryCell } from '../../src/simulator/study/theory/stationaryCell.js';
import { transient } from '../../src/simulator/study/theory/transient.js';

const held = (effectiveLearningRate: number, weightDecay: number) =>
  ({ protocol: 'fixedEffectiveLearningRate', effectiveLearningRate, weightDecay, momentum: 0 }) as const;

describe('what theory has a cell of the toy model show', () => {
  test('T is half the effective rate', () => {
    expect(stationaryCell(held(0.01, 0.02)).temperature).toBeCloseTo(0.005, 12);
  });

  test('the radius settles where finite steps have it: lambda r^2 = (1 - sqrt(1 - eta_eff^2 M)) / eta_eff', () => {
    const { squaredRadius, secondMoment } = stationaryCell(held(0.1, 0.05));
    expect(0.05 * squaredRadius).toBeCloseTo((1 - Math.sqrt(1 - 0.01 * secondMoment)) / 0.1, 12);
  });

  test('at fixed rate T, M and r agree with each other: r^4 = eta M / (lambda (2 - eta lambda)), T = eta / (2 r^2)', () => {
    const control = {
      protocol: 'fixedLearningRate',
      learningRate: 0.1,
      weightDecay: 0.1,
      momentum: 0,
    } as const;
    const { squaredRadius, secondMoment, temperature } = stationaryCell(control);
    expect(squaredRadius ** 2).toBeCloseTo((0.1 * secondMoment) / (0.1 * (2 - 0.01)), 12);
    expect(temperature).toBeCloseTo(0.05 / squaredRadius, 12);
  });

  test('M is the noise and the square of the gradient, 2 + 2 T (coth(1/T) - T) in three dimensions', () => {
    expect(secondMomentOf(0.05)).toBeCloseTo(2 + 2 * 0.05 * (1 / Math.tanh(20) - 0.05), 12);
  });

  // Simulated in double precision by a program of its own, 40,000,000 steps each at an effective rate of 0.1:
  // U / T = 1.03509(35) on the sphere, 1.04735(60) under weight decay. What is left out is of the third order, 0.001.
  test('finite steps heat the direction, by less on a sphere than under weight decay', () => {
    expect(directionTemperature('fixedSphere', 0.05, 0.1) / 0.05).toBeCloseTo(1.0376, 4);
    expect(directionTemperature('fixedEffectiveLearningRate', 0.05, 0.1) / 0.05).toBeCloseTo(1.0476, 4);
    expect(Math.abs(directionTemperature('fixedSphere', 0.05, 0.1) / 0.05 - 1.03509)).toBeLessThan(0.003);
    expect(
      Math.abs(directionTemperature('fixedEffectiveLearningRate', 0.05, 0.1) / 0.05 - 1.04735),
    ).toBeLessThan(0.003);
  });

  test('the entropy of a cold direction is that of von Mises and Fisher: ln(4 pi sinh k / k) - k coth k + 1', () => {
    const coldest = studyGrid('fixedSphere', 17)[0]!;
    const concentration = 1 / directionTemperature('fixedSphere', 0.0005, 0.001);
    // ln sinh k = k - ln 2 up to exp(-2k), which is nothing here.
    const entropy = Math.log((2 * Math.PI) / concentration) + 1;
    expect(expectedCell(coldest, publishedStudy).directionEntropy).toBeCloseTo(entropy, 9);
  });
});

describe('what is left of the way from r = 1', () => {
  test('is 2.4 % of r^2 around four relaxation times, at an effective rate of 1e-3 and r*^2 = 0.01', () => {
    // The logistic law r*^2 / r^2 = 1 - 0.99 exp(-2e-6 t), averaged over the last 250,000 of 2,000,000 steps.
    let mean = 0;
    for (let t = 1_750_500; t < 2_000_000; t += 1000) mean += 1 / (1 - 0.99 * Math.exp(-2e-6 * t)) / 250;
    expect(mean).toBeCloseTo(1.0241, 4);
    expect(transient(held(0.001, 0.1), 2, 2_000_000, 250_000)).toBeCloseTo(mean, 5);
  });

  test('is nothing where the chain began at rest, and on a sphere', () => {
    expect(transient(held(0.001, 0.001), 2, 2_000_000, 250_000)).toBeCloseTo(1, 12);
    const sphere = {
      protocol: 'fixedSphere',
      effectiveLearningRate: 0.001,
      radius: 3,
      momentum: 0,
    } as const;
    expect(transient(sphere, 2, 2_000_000, 250_000)).toBe(1);
  });

  test('is nothing at fixed rate, whose slowest cell has eight relaxation times of r^4', () => {
    const control = {
      protocol: 'fixedLearningRate',
      learningRate: 0.001,
      weightDecay: 0.001,
      momentum: 0,
    } as const;
    expect(transient(control, 2, 2_000_000, 250_000)).toBeCloseTo(1, 3);
  });
});
