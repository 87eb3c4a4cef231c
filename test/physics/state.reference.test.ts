import { describe, expect, test } from 'vitest';
import {
  compressibility,
  gasConstant,
  gasState,
  momentumGain,
  radiusOfVolume,
  temperature,
  volume,
} from '../../src/physics/index.js';

describe('state of a gas', () => {
  test('one scale-invariant pair of parameters has half a gas constant, three parameters a whole one', () => {
    expect(gasConstant(2)).toBe(0.5);
    expect(gasConstant(3)).toBe(1);
  });

  test('temperature is half the effective learning rate times the noise per direction', () => {
    expect(temperature({ effectiveLearningRate: 0.01, noise: 2, dimension: 3 })).toBe(0.005);
  });

  test('momentum .9 heats tenfold', () => {
    expect(momentumGain(0.5)).toBe(2);
    const heated = temperature({ effectiveLearningRate: 0.01, noise: 2, dimension: 3, momentum: 0.9 });
    expect(heated).toBeCloseTo(0.05, 15);
  });

  test('volume is half the squared radius, and back', () => {
    expect(volume(9)).toBe(4.5);
    expect(radiusOfVolume(4.5)).toBe(3);
  });

  // A batch-normalized network of four convolutions (d = 15,048) at stationarity under learning rate .05 and weight
  // decay .01: measured second moment 79 and noise 31, Z_tot = 1.00, Z about 2.5. The radius is the one at which the gas
  // law holds, r^4 = eta M / (2 lambda).
  test('a real network at stationarity shows Z_tot of 1 and, as its noise is weaker than its gradient, Z of 2.5', () => {
    const squaredRadius = Math.sqrt((0.05 * 79) / 0.02);
    const state = gasState({
      dimension: 15_048,
      squaredRadius,
      secondMoment: 79,
      effectiveLearningRate: 0.05 / squaredRadius,
      pressure: 0.01,
      noise: 31,
      loss: 0.25,
      momentum: 0,
    });
    expect(state.volume).toBeCloseTo(7.026735, 6);
    expect(state.totalTemperature).toBeCloseTo(9.339715e-6, 12);
    expect(state.temperature).toBeCloseTo(3.6649515e-6, 12);
    expect(state.totalCompressibility).toBeCloseTo(1, 12);
    expect(state.compressibility).toBeCloseTo(2.548387, 6);
    expect(state.noiseShare).toBeCloseTo(0.392405, 6);
    expect(state.internalEnergy).toBe(0.25);
    expect(state.pressure).toBe(0.01);
    expect(state.dimension).toBe(15_048);
  });
});

describe('what was not measured', () => {
  const measured = {
    dimension: 3,
    squaredRadius: 1,
    secondMoment: 2,
    effectiveLearningRate: 0.01,
    pressure: 0.01,
    noise: null,
    loss: null,
    momentum: 0,
  };

  test('noise that was not estimated leaves T, Z and the noise share null, and the rest known', () => {
    expect(gasState(measured)).toEqual({
      dimension: 3,
      temperature: null,
      totalTemperature: 0.005,
      pressure: 0.01,
      volume: 0.5,
      internalEnergy: null,
      compressibility: null,
      totalCompressibility: 1,
      noiseShare: null,
    });
  });

  test('at absolute zero compressibility is not defined', () => {
    const frozen = gasState({ ...measured, effectiveLearningRate: 0, secondMoment: 0, noise: 0 });
    expect(frozen.totalTemperature).toBe(0);
    expect(frozen.totalCompressibility).toBeNull();
    expect(frozen.compressibility).toBeNull();
    expect(frozen.noiseShare).toBeNull();
    expect(compressibility({ temperature: 0, pressure: 0.01, volume: 1, dimension: 3 })).toBeNull();
  });

  test('a broken run passes through, so that its last state can be told', () => {
    const broken = gasState({ ...measured, secondMoment: Number.NaN, loss: Number.NaN });
    expect(broken.totalTemperature).toBeNaN();
    expect(broken.internalEnergy).toBeNaN();
    expect(broken.volume).toBe(0.5);
  });
});

describe('refusals', () => {
  test('a dimension below 2 and a momentum of 1 are refused with the remedy', () => {
    expect(() => gasConstant(1)).toThrow('dimension is 1: pass a whole number of at least 2');
    expect(() => momentumGain(1)).toThrow('momentum is 1: pass a number from 0 up to, but not including, 1');
    expect(() => momentumGain(-0.1)).toThrow('momentum is -0.1');
    expect(() => radiusOfVolume(-1)).toThrow('volume is -1: pass a number of at least 0');
  });
});
