import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { thermalize, ThermoSGD } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { seededNormal } from '../optimizer/seededNormal.js';

beforeAll(() => useBackend('tensorflow'));

const [learningRate, weightDecay, steps, dimension] = [0.1, 5e-4, 400, 32];

/** The direction after steps down L(w) = mu_t.w / |w|, with another random mu in each. */
async function directionAfter(optimizer: tf.Optimizer, start: readonly number[]): Promise<number[]> {
  const weights = tf.variable(tf.tensor1d([...start]));
  const normal = seededNormal(3);
  for (let step = 0; step < steps; step += 1) {
    const mu = tf.tensor1d(normal(dimension));
    optimizer.minimize(() => tf.div(tf.sum(tf.mul(mu, weights)), tf.norm(weights)) as tf.Scalar, false, [
      weights,
    ]);
    mu.dispose();
  }
  const values = Array.from(await weights.data());
  optimizer.dispose();
  weights.dispose();
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

/**
 * arXiv 1910.07454, theorem 2.7: the same directions without decay at the rate eta alpha^(-2 t - 1), alpha the larger root of
 * x^2 - (1 + a - lambda eta) x + a = 0, when the velocity before the first step is that of weights alpha w.
 */
test.each([
  [0, 0.99995],
  [0.9, 0.9994977283678897],
])(
  'SGD with momentum %f and decay goes the way of an exponentially growing rate without decay',
  async (momentum, alpha) => {
    expect(alpha ** 2 - (1 + momentum - weightDecay * learningRate) * alpha + momentum).toBeCloseTo(0, 14);
    const start = seededNormal(2)(dimension).map((value) => Math.fround(1.5 * value));
    const decaying = new ThermoSGD({ learningRate, weightDecay, momentum, invariant: () => true });
    const plain = momentum === 0 ? tf.train.sgd(1) : tf.train.momentum(1, momentum);
    if (momentum > 0) {
      const velocity = start.map((value) => ((alpha - 1) * value) / (learningRate * alpha));
      await plain.setWeights([
        { name: 'iter', tensor: tf.scalar(0, 'int32') },
        { name: 'velocity', tensor: tf.tensor1d(velocity) },
      ]);
    }
    const growing = thermalize(plain, { learningRate: (step) => learningRate * alpha ** (-2 * step - 1) });
    const one = await directionAfter(decaying, start);
    const other = await directionAfter(growing, start);
    const turned = Math.hypot(...one.map((value, i) => value - start[i]! / Math.hypot(...start)));
    const apart = Math.hypot(...one.map((value, i) => value - other[i]!));
    expect(turned).toBeGreaterThan(0.1);
    // float32 rounds each weight to 6e-8 of itself twice a step, in both: sqrt(4 x 400) x 6e-8 = 2.4e-6, where the weights moved
    // by a tenth of themselves or more.
    expect(apart).toBeLessThan(2.4e-6);
  },
);
