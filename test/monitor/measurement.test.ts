import { describe, expect, test } from 'vitest';
import type { Control, Observation } from '../../src/control/index.js';
import { measurementOf, namedPoint, pointOf } from '../../src/control/index.js';
import { logsOf } from '../../src/network/monitor/logsOf.js';

const observed = (control: Control): Observation => ({
  step: 40,
  window: 20,
  dimension: 11,
  radius: 2,
  squaredRadius: 4,
  loss: 0.5,
  secondMoment: 8,
  effectiveLearningRate: 0.03,
  pressure: 0.02,
  noise: 6,
  angle: 0.25,
  stepCorrelation: -0.5,
  guarded: 0,
  control,
});

const atRate: Control = { protocol: 'fixedLearningRate', learningRate: 0.1, weightDecay: 0.02, momentum: 0 };
const atEffectiveRate: Control = {
  protocol: 'fixedEffectiveLearningRate',
  effectiveLearningRate: 0.03,
  weightDecay: 0.02,
  momentum: 0,
};

describe('the learning rate of a point', () => {
  test('is the one in force where it is held', () => {
    expect(pointOf(measurementOf(observed(atRate), null), 'hold')['learningRate']).toBe(0.1);
  });

  test('is the product of the mean effective rate and squared radius where it follows from them', () => {
    expect(pointOf(measurementOf(observed(atEffectiveRate), null), 'hold')['learningRate']).toBeCloseTo(
      0.12,
      12,
    );
  });
});

describe('the logs', () => {
  test('hold noise share, step correlation, relaxation time and angle too', () => {
    const logs = logsOf(measurementOf(observed(atRate), null));
    expect(logs).toMatchObject({ noiseShare: 0.75, stepCorrelation: -0.5, angle: 0.25 });
    expect(logs['relaxationTimeLeft']).toBeGreaterThan(0);
  });

  test('have NaN for what is not measured', () => {
    const bare = { ...observed({ ...atRate, weightDecay: 0 }), pressure: 0 };
    const logs = logsOf(measurementOf({ ...bare, noise: null, angle: null, stepCorrelation: null }, null));
    const names = ['noiseShare', 'stepCorrelation', 'relaxationTimeLeft', 'angle'];
    expect(names.map((name) => logs[name])).toEqual(names.map(() => Number.NaN));
  });
});

test('the point of a part holds its pressure, step correlation and relaxation time under its name', () => {
  const point = namedPoint('dense', measurementOf(observed(atRate), null));
  expect(point).toMatchObject({ 'dense/pressure': 0.02, 'dense/stepCorrelation': -0.5 });
  expect(point['dense/relaxationTimeLeft']).toBeGreaterThan(0);
});
