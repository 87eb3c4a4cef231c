import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ThermoSGD } from '../../src/network/index.js';
import { squaredNorm } from '../../src/network/tensors/index.js';
import { useBackend } from '../backends.js';
import { applyGiven, seededGradients, seededVariables, valuesOf } from './givenGradients.js';
import { dot, norm } from './referenceGas.js';
import { seededNormal } from './seededNormal.js';

beforeAll(() => useBackend('tensorflow'));

const effectiveLearningRate = 0.05;
const weightDecay = 0.01;
/** The radius squared at which decay would turn the weights around, 1 / (eta_eff lambda). */
const scale = 1 / (effectiveLearningRate * weightDecay);

/** The gradient orthogonal to w of second moment M, along `direction`. */
function orthogonal(
  weights: readonly number[],
  direction: readonly number[],
  secondMoment: number,
): number[] {
  const along = dot(direction, weights) / dot(weights, weights);
  const across = direction.map((value, i) => value - along * weights[i]!);
  const factor = Math.sqrt(secondMoment) / (norm(across) * norm(weights));
  return across.map((value) => value * factor);
}

/** Trains 32 weights by gradients of given second moments; the largest r^2 and the share of steps that were guarded. */
async function largestSquaredRadius(
  momentum: number,
  secondMoments: readonly number[],
  directionOf: (normal: (count: number) => number[], lastMove: readonly number[]) => number[],
) {
  const normal = seededNormal(3);
  const start = normal(32);
  // Where the gas stands under M = 90: r^2 = eta_eff M / (2 lambda (1 - a)), here one tenth of the scale.
  const factor = Math.sqrt((0.1 * scale * (1 - momentum)) / dot(start, start));
  const variable = tf.variable(tf.tensor1d(start.map((value) => value * factor)));
  const optimizer = new ThermoSGD({ effectiveLearningRate, weightDecay, momentum, invariant: variable.name });
  let [weights] = await valuesOf([variable]);
  let lastMove = normal(32);
  let largest = 0;
  for (const secondMoment of secondMoments) {
    applyGiven(optimizer, [variable], [orthogonal(weights!, directionOf(normal, lastMove), secondMoment)]);
    const [next] = await valuesOf([variable]);
    lastMove = weights!.map((value, i) => value - next![i]!);
    weights = next;
    largest = Math.max(largest, dot(weights!, weights!));
  }
  const { whole } = await optimizer.read();
  optimizer.dispose();
  variable.dispose();
  return { largest: largest / scale, end: dot(weights!, weights!) / scale, guarded: whole.guarded };
}

const anyDirection = (normal: (count: number) => number[]) => normal(32);
const oneSpike = Array.from({ length: 60 }, (_, step) => (step === 5 ? 20_000 : 90));

describe('one gradient spike at fixed effective learning rate .05 and decay .01', () => {
  test('overflows float32 within 10 steps by the unguarded recursion in float64', () => {
    let squaredRadius = 225;
    const steps = oneSpike.findIndex((secondMoment) => {
      const eta = effectiveLearningRate * squaredRadius;
      squaredRadius =
        squaredRadius * (1 - eta * weightDecay) ** 2 + (eta ** 2 * secondMoment) / squaredRadius;
      return squaredRadius > 3.4e38;
    });
    expect(steps).toBeGreaterThan(5);
    expect(steps).toBeLessThan(15);
  });

  test('stays under r^2 = 0.4 / (eta_eff lambda) and is reported', async () => {
    const { largest, end, guarded } = await largestSquaredRadius(0, oneSpike, anyDirection);
    expect(largest).toBeLessThan(0.4);
    // The gas goes back to where it stood, r^2 = eta_eff M / (2 lambda): x = y^2 / 2 = .1125.
    expect(end).toBeGreaterThan(0.1);
    expect(end).toBeLessThan(0.13);
    // y was 7.07 in one of 60 steps: .8 / 7.07 of it was kept.
    expect(guarded).toBeCloseTo((1 - 0.8 / (0.05 * Math.sqrt(20_000))) / 60, 5);
  });

  test('with momentum stays under r^2 = 0.4 (1 - a) / (eta_eff lambda) too', async () => {
    const { largest, guarded } = await largestSquaredRadius(
      0.9,
      oneSpike.map((m) => m / 100),
      anyDirection,
    );
    expect(largest).toBeLessThan(0.4 * (1 - 0.9));
    expect(guarded).toBeGreaterThan(0);
  });
});

const lasting = Array.from({ length: 400 }, () => 1e6);

describe('gradients that stay too large for ever', () => {
  test('bring r^2 to 0.4 / (eta_eff lambda) and no further', async () => {
    const { largest, guarded } = await largestSquaredRadius(0, lasting, anyDirection);
    expect(largest).toBeGreaterThan(0.39);
    expect(largest).toBeLessThan(0.4001);
    expect(guarded).toBeCloseTo(1 - 0.8 / 50, 4);
  });

  test('do not run away with momentum, even where they always push along the velocity', async () => {
    const { largest } = await largestSquaredRadius(0.9, lasting, (_, lastMove) => [...lastMove]);
    expect(largest).toBeLessThan(4 * (1 - 0.9));
  });

  test('do not run away with a momentum of .99 either', async () => {
    const { largest } = await largestSquaredRadius(0.99, lasting, (_, lastMove) => [...lastMove]);
    expect(largest).toBeLessThan(9 * (1 - 0.99));
  });
});

test('a radius that starts past the bound only shrinks', async () => {
  const normal = seededNormal(5);
  const start = normal(32);
  const factor = Math.sqrt((50 * scale) / dot(start, start));
  const variable = tf.variable(tf.tensor1d(start.map((value) => value * factor)));
  const optimizer = new ThermoSGD({ effectiveLearningRate, weightDecay, invariant: variable.name });
  const radii: number[] = [];
  for (let step = 0; step < 30; step += 1) {
    const [weights] = await valuesOf([variable]);
    radii.push(norm(weights!));
    applyGiven(optimizer, [variable], [orthogonal(weights!, normal(32), 1e6)]);
  }
  // Up to rounding, once it stands.
  radii.slice(1).forEach((radius, i) => expect(radius).toBeLessThan(radii[i]! * (1 + 1e-7)));
  expect(radii.at(-1)! ** 2 / scale).toBeLessThan(0.42);
});

test('an ordinary step is untouched, bit for bit', async () => {
  const { kernels } = seededVariables();
  const variables = kernels.map(({ variable }) => variable);
  const optimizer = new ThermoSGD({ effectiveLearningRate: 0.01, weightDecay: 0.02, invariant: 'kernel*' });
  const gradients = seededGradients(0.2);
  const plain = kernels.map(({ values, variable }) => tf.variable(tf.tensor(values, variable.shape)));
  for (let step = 0; step < 20; step += 1) {
    const given = gradients().kernels;
    applyGiven(optimizer, variables, given);
    tf.tidy(() => {
      const rate = tf.mul(squaredNorm(...plain), 0.01);
      const shrink = tf.sub(1, tf.mul(rate, 0.02));
      plain.forEach((weights, i) =>
        weights.assign(tf.sub(tf.mul(weights, shrink), tf.mul(tf.tensor(given[i]!, weights.shape), rate))),
      );
    });
  }
  expect(await valuesOf(variables)).toEqual(await valuesOf(plain));
  expect((await optimizer.read()).whole.guarded).toBe(0);
});
