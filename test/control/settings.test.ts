import { describe, expect, test } from 'vitest';
import { ramp, restoredSettings, settle, type ControlSettings } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';

describe('the settings that are given choose the protocol', () => {
  test.each<[ControlSettings, object]>([
    [
      { learningRate: 0.1, weightDecay: 0.01, momentum: 0.9 },
      { protocol: 'fixedLearningRate', learningRate: 0.1, weightDecay: 0.01, momentum: 0.9 },
    ],
    [
      { learningRate: 0.1 },
      { protocol: 'fixedLearningRate', learningRate: 0.1, weightDecay: 0, momentum: 0 },
    ],
    [
      { effectiveLearningRate: 0.02, weightDecay: 0.03 },
      { protocol: 'fixedEffectiveLearningRate', effectiveLearningRate: 0.02, weightDecay: 0.03, momentum: 0 },
    ],
    [
      { effectiveLearningRate: 0.02, radius: 3 },
      { protocol: 'fixedSphere', effectiveLearningRate: 0.02, radius: 3, momentum: 0 },
    ],
    [
      { effectiveLearningRate: 0.02, volume: 8, momentum: 0.5 },
      { protocol: 'fixedSphere', effectiveLearningRate: 0.02, radius: 4, momentum: 0.5 },
    ],
  ])('%j gives %j', (settings, control) => {
    expect(settle(settings).at(0)).toEqual(control);
  });

  test('a schedule is asked for its value in each step', () => {
    const settled = settle({ learningRate: ramp(1, 0, 4), weightDecay: (step) => -step });
    expect(settled.at(0)).toMatchObject({ learningRate: 1, weightDecay: -0 });
    expect(settled.at(3)).toMatchObject({ learningRate: 0.25, weightDecay: -3 });
    expect(settled.at(9)).toMatchObject({ learningRate: 0, weightDecay: -9 });
  });

  test('a volume on a schedule moves the radius as sqrt(2 V)', () => {
    const settled = settle({ effectiveLearningRate: 0.1, volume: ramp(2, 8, 2) });
    expect([0, 1, 2].map((step) => settled.at(step))).toMatchObject([
      { radius: 2 },
      { radius: 3.1622776601683795 },
      { radius: 4 },
    ]);
  });
});

describe('settings are refused in one line that names the option and the remedy', () => {
  test.each<[string, unknown, string]>([
    ['no rate', {}, 'no rate is given: pass learningRate or effectiveLearningRate'],
    [
      'two rates',
      { learningRate: 0.1, effectiveLearningRate: 0.1 },
      'learningRate and effectiveLearningRate are both given: pass one of them',
    ],
    [
      'radius and volume',
      { effectiveLearningRate: 0.1, radius: 1, volume: 1 },
      'radius and volume are both given: pass one of them (volume = radius^2 / 2)',
    ],
    [
      'a sphere at a plain learning rate',
      { learningRate: 0.1, radius: 1 },
      'radius or volume is given with learningRate: pass effectiveLearningRate for the fixed sphere',
    ],
    [
      'decay on a sphere',
      { effectiveLearningRate: 0.1, radius: 1, weightDecay: 0.1 },
      'weightDecay is given on a sphere, where nothing decays: leave it out, or leave out radius and volume',
    ],
    ['a negative rate', { learningRate: -1 }, 'learningRate is -1: pass a number of at least 0'],
    ['NaN', { learningRate: Number.NaN }, 'learningRate is NaN: pass a finite number'],
    ['text', { learningRate: '0.1' }, 'learningRate is "0.1": pass a finite number'],
    [
      'infinity',
      { effectiveLearningRate: Infinity },
      'effectiveLearningRate is Infinity: pass a finite number',
    ],
    [
      'a negative effective rate',
      { effectiveLearningRate: -0.1 },
      'effectiveLearningRate is -0.1: pass a number of at least 0',
    ],
    [
      'a negative effective rate on a sphere',
      { effectiveLearningRate: -0.1, radius: 1 },
      'effectiveLearningRate is -0.1: pass a number of at least 0',
    ],
    [
      'negative decay',
      { learningRate: 1, weightDecay: -0.1 },
      'weightDecay is -0.1: pass a number of at least 0',
    ],
    ['null decay', { learningRate: 1, weightDecay: null }, 'weightDecay is null: pass a finite number'],
    ['momentum of 1', { learningRate: 1, momentum: 1 }, 'momentum is 1: pass a number in [0, 1)'],
    [
      'negative momentum',
      { learningRate: 1, momentum: -0.1 },
      'momentum is -0.1: pass a number of at least 0',
    ],
    ['radius 0', { effectiveLearningRate: 1, radius: 0 }, 'radius is 0: pass a number greater than 0'],
    [
      'negative volume',
      { effectiveLearningRate: 1, volume: -2 },
      'volume is -2: pass a number greater than 0',
    ],
    [
      'a schedule that starts out of range',
      { learningRate: () => Number.NaN },
      'learningRate is NaN: pass a finite number',
    ],
  ])('%s', (_, settings, message) => {
    expect(() => settle(settings as ControlSettings)).toThrow(new ThermoError(message));
  });

  test('a schedule that leaves its range is refused in that step', () => {
    const settled = settle({ learningRate: (step) => 1 - step });
    expect(settled.at(1)).toMatchObject({ learningRate: 0 });
    expect(() => settled.at(2)).toThrow('learningRate is -1: pass a number of at least 0');
  });
});

describe('saved settings', () => {
  test('come back from JSON with the same values in every step', () => {
    const settings = {
      effectiveLearningRate: ramp(0.1, 0.001, 10, 'constantThermodynamicSpeed'),
      weightDecay: 0.02,
      momentum: ramp(0.9, 0.5, 5, 'cosine'),
    };
    const settled = settle(settings);
    const restored = settle(restoredSettings(JSON.parse(JSON.stringify(settled.save()))));
    for (const step of [0, 1, 4, 9, 10, 50]) expect(restored.at(step)).toEqual(settled.at(step));
  });

  test('hold what was given and nothing else', () => {
    expect(settle({ learningRate: ramp(1, 0.1, 10), weightDecay: 0.5 }).save()).toEqual({
      learningRate: { schedule: 'ramp', from: 1, to: 0.1, steps: 10, pacing: 'linear' },
      weightDecay: 0.5,
    });
  });

  test('refuse a plain function, naming the remedy', () => {
    expect(() => settle({ learningRate: () => 0.1 }).save()).toThrow(
      new ThermoError(
        'learningRate is a plain function, which cannot be saved: use a schedule from tfjs-thermo/control, or save without the optimizer',
      ),
    );
  });
});
