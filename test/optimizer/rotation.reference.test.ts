import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ThermoSGD } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { applyGiven, seededGradients, seededVariables, valuesOf } from './givenGradients.js';
import { dot, norm } from './referenceGas.js';

beforeAll(() => useBackend('tensorflow'));

/** Steps with readings every `every` steps, and what each should have shown, from the weights and gradients in float64. */
async function readAndTrue(every: number, steps: number, learningRate: number) {
  const { kernels } = seededVariables();
  const variables = kernels.map(({ variable }) => variable);
  const optimizer = new ThermoSGD({ learningRate, weightDecay: 0.1, momentum: 0.5, invariant: 'kernel*' });
  optimizer.readingEvery = every;
  const gradients = seededGradients(0.2);
  const rows = [];
  let last: number[] = [];
  let before = await valuesOf(variables);
  for (let step = 1; step <= steps; step += 1) {
    const given = gradients().kernels;
    applyGiven(optimizer, variables, given);
    const after = await valuesOf(variables);
    if (step % every === 0) {
      const reading = await optimizer.read();
      rows.push({
        reading,
        angle: angleBetween(before.flat(), after.flat()),
        angles: before.map((values, i) => angleBetween(values, after[i]!)),
        correlation: last.length === 0 ? null : dot(given.flat(), last) / norm(given.flat()) / norm(last),
        squaredRadii: before.map((values) => dot(values, values)),
        secondMoments: before.map((values, i) => dot(values, values) * dot(given[i]!, given[i]!)),
      });
    }
    last = given.flat();
    before = after;
  }
  optimizer.dispose();
  tf.dispose(variables);
  return rows;
}

/** By the half-angle formula in float64, exact for small angles. */
function angleBetween(one: readonly number[], other: readonly number[]): number {
  const unit = one.map((value) => value / norm(one));
  const chord = other.map((value, i) => value / norm(other) - unit[i]!);
  return 2 * Math.asin(norm(chord) / 2);
}

describe.each([
  ['in every step', 1, 6],
  ['in every second step', 2, 8],
  ['every seven steps', 7, 28],
])('read %s', (_, every, steps) => {
  test('the angle of the step is the angle between the weights before and after', async () => {
    for (const { reading, angle, angles } of await readAndTrue(every, steps, 0.02)) {
      expect(reading.whole.angle! / angle).toBeCloseTo(1, 4);
      reading.members.forEach((member, i) => expect(member.angle / angles[i]!).toBeCloseTo(1, 4));
    }
  });

  test('the step correlation is the cosine between the gradients of the last two steps', async () => {
    for (const { reading, correlation } of await readAndTrue(every, steps, 0.02)) {
      if (correlation === null) expect(reading.whole.stepCorrelation).toBeNull();
      else expect(reading.whole.stepCorrelation).toBeCloseTo(correlation, 5);
    }
  });

  test('each variable shows its own radius and second moment', async () => {
    for (const { reading, squaredRadii, secondMoments } of await readAndTrue(every, steps, 0.02)) {
      expect(reading.members.map(({ dimension }) => dimension)).toEqual([20, 12]);
      reading.members.forEach((member, i) => {
        expect(member.squaredRadius / squaredRadii[i]!).toBeCloseTo(1, 5);
        expect(member.secondMoment / secondMoments[i]!).toBeCloseTo(1, 5);
      });
    }
  });
});

test('an angle of one part in ten thousand keeps three digits', async () => {
  // Weights of float32 change by steps of 6e-8 of their size, so an angle of 1e-4 is known to 6e-4 of itself.
  const [row] = await readAndTrue(1, 1, 5e-4);
  expect(row!.angle).toBeLessThan(2e-4);
  expect(row!.reading.whole.angle! / row!.angle).toBeCloseTo(1, 3);
});
