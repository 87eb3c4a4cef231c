import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { AdamW, Lion, ThermoSGD } from '../../src/network/index.js';
import { adamWEquilibrium, equilibriumAngle, lionEquilibrium } from '../../src/physics/index.js';
import { useBackend } from '../backends.js';

beforeAll(() => useBackend('tensorflow'));

const elements = 256;
/** Rows of one matrix: every rule here moves each element by itself, so that they walk independently. */
const walks = 128;

/** Root mean square angle and norm of walks whose gradients are standard normal numbers, that start at `radius`. */
async function walk(
  optimizer: tf.Optimizer,
  radius: number,
  { settle, steps }: { readonly settle: number; readonly steps: number },
): Promise<{ angle: number; radius: number }> {
  const start = tf.tidy(() => {
    const direction = tf.randomNormal([walks, elements], 0, 1, 'float32', 1);
    return tf.mul(direction, tf.div(radius, tf.norm(direction, 'euclidean', 1, true)));
  });
  const weights = tf.variable(start, true);
  start.dispose();
  const step = (seed: number): void => {
    const tensor = tf.randomNormal(weights.shape, 0, 1, 'float32', seed);
    optimizer.applyGradients([{ name: weights.name, tensor }]);
    tensor.dispose();
  };
  const squaredNorms = (rows: tf.Tensor): tf.Tensor => tf.sum(tf.square(rows), 1, true);
  for (let seed = 2; seed < settle; seed += 1) step(seed);
  let sums: tf.Tensor = tf.zeros([2]);
  let count = 0;
  for (let seed = 0; seed < steps; seed += 1) {
    if (seed % 5 > 0) {
      step(10_000 + seed);
      continue;
    }
    const last = sums;
    const before = tf.clone<tf.Tensor>(weights);
    step(10_000 + seed);
    sums = tf.tidy(() => {
      const [from, to] = [squaredNorms(before), squaredNorms(weights)];
      const chord = tf.sub(tf.div(weights, tf.sqrt(to)), tf.div(before, tf.sqrt(from)));
      return tf.add(last, tf.stack([tf.mean(squaredNorms(chord)), tf.mean(to)]));
    });
    tf.dispose([before, last]);
    count += 1;
  }
  const [chord, squared] = await sums.data();
  optimizer.dispose();
  tf.dispose([weights, sums]);
  return { angle: Math.sqrt(chord! / count), radius: Math.sqrt(squared! / count) };
}

// The squared norm of a walk has relative deviation sqrt(2 / 256) and forgets it in 1 / (2 eta lambda) steps: 128 walks over
// eight such times know the norm, and so the angle, to 0.14 % of itself.
describe('at rotational equilibrium a random walk of 256 weights turns and reaches as far as predicted', () => {
  test.each([0, 0.9])('SGD with momentum %f to 0.5 %', async (momentum) => {
    const [learningRate, weightDecay] = [0.02, 0.1];
    const angle = equilibriumAngle({ learningRate, weightDecay, momentum });
    const radius = Math.sqrt((learningRate * elements) / (2 * weightDecay * (1 - momentum)));
    // With momentum a decay acts 1 / (1 - a) times as fast: its rate is taken down to leave the walk as slow.
    const slow = 1 - momentum;
    const found = await walk(
      new ThermoSGD({ learningRate, weightDecay: weightDecay * slow, momentum, invariant: () => true }),
      radius / Math.sqrt(slow),
      { settle: 500, steps: 2500 },
    );
    expect(Math.abs(found.angle / (angle * Math.sqrt(slow)) - 1)).toBeLessThan(0.005);
    expect(Math.abs(found.radius / (radius / Math.sqrt(slow)) - 1)).toBeLessThan(0.005);
  });

  test('AdamW to 3 %', async () => {
    const settings = { learningRate: 0.02, weightDecay: 0.1 };
    const { angle, radius } = adamWEquilibrium({ ...settings, elements });
    const found = await walk(new AdamW(settings), radius, { settle: 1500, steps: 2500 });
    expect(Math.abs(found.angle / angle - 1)).toBeLessThan(0.03);
    expect(Math.abs(found.radius / radius - 1)).toBeLessThan(0.03);
  });

  test('Lion to 5 %', async () => {
    const settings = { learningRate: 0.002, weightDecay: 0.1 };
    const { angle, radius } = lionEquilibrium({ ...settings, elements });
    const found = await walk(new Lion(settings), radius, { settle: 2500, steps: 5000 });
    expect(Math.abs(found.angle / angle - 1)).toBeLessThan(0.05);
    expect(Math.abs(found.radius / radius - 1)).toBeLessThan(0.05);
  });
});
