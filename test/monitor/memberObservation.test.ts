import { expect, test } from 'vitest';
import type { Control, Observation } from '../../src/control/index.js';
import { measurementOf } from '../../src/control/index.js';
import { memberObservation } from '../../src/network/monitor/memberObservation.js';
import type { MemberReading } from '../../src/network/index.js';

const sphere: Control = { protocol: 'fixedSphere', effectiveLearningRate: 0.01, radius: 2, momentum: 0 };

const group: Observation = {
  step: 10,
  window: 10,
  dimension: 30,
  radius: 2,
  squaredRadius: 4,
  loss: 1,
  secondMoment: 8,
  effectiveLearningRate: 0.01,
  pressure: 0.02,
  noise: null,
  angle: 0.1,
  stepCorrelation: -0.5,
  guarded: 0,
  control: sphere,
};

const member = (dimension: number): MemberReading => ({
  group: 0,
  position: 0,
  name: 'kernel',
  dimension,
  squaredRadius: 1,
  secondMoment: 2,
  angle: 0.2,
});

const observed = (dimension: number): Observation =>
  memberObservation({ whole: group, groups: [group], members: [] }, member(dimension));

test("a variable that shares its group's radius relaxes at the group's learning rate and pressure", () => {
  const observation = observed(11);
  expect(observation.control).toEqual({
    protocol: 'fixedLearningRate',
    learningRate: 0.04,
    weightDecay: 0.02,
    momentum: 0,
  });
  expect(observation.effectiveLearningRate).toBeCloseTo(0.04, 12);
  expect(observation.stepCorrelation).toBeNull();
  expect(measurementOf(observation, null).relaxationTimeLeft).toBeGreaterThan(0);
});

test('a variable that is a group of its own has the control and step correlation of that', () => {
  const observation = observed(30);
  expect(observation.control).toBe(sphere);
  expect(observation.stepCorrelation).toBe(-0.5);
  expect(measurementOf(observation, null).relaxationTimeLeft).toBe(0);
});
