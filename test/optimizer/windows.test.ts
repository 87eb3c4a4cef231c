import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ThermoSGD } from '../../src/network/index.js';
import { useBackend } from '../backends.js';

describe('what a window shows', () => {
  beforeAll(() => useBackend('cpu'));

  /** A weight of d elements, and a gradient across it of a given second moment M = |g|^2 |w|^2. */
  const weightAndGradient = (dimension: number) => {
    const weight = tf.variable(tf.randomNormal([dimension], 0, 1, 'float32', 5), true);
    const gradientOf = (secondMoment: number, seed: number): tf.Tensor =>
      tf.tidy(() => {
        const random = tf.randomNormal([dimension], 0, 1, 'float32', seed);
        const squared = tf.sum(tf.square(weight));
        const across = tf.sub(random, tf.mul(weight, tf.div(tf.sum(tf.mul(random, weight)), squared)));
        const length = tf.sqrt(tf.mul(tf.sum(tf.square(across)), squared));
        return tf.mul(across, tf.div(Math.sqrt(secondMoment), length));
      });
    return { weight, gradientOf };
  };

  test('Z_tot counts the steps as the guard let them be: with spikes held back it stays within the second order of the step', async () => {
    const { weight, gradientOf } = weightAndGradient(64);
    const optimizer = new ThermoSGD({
      effectiveLearningRate: 0.05,
      weightDecay: 0.02,
      invariant: [weight.name],
      others: 'frozen',
    });
    const step = (count: number): void => {
      // Every fiftieth gradient is fourteen times as long as the guard lets pass.
      const tensor = gradientOf(count % 50 === 0 ? 50_000 : 16, count);
      optimizer.applyGradients([{ name: weight.name, tensor }]);
      tensor.dispose();
    };
    for (let count = 1; count <= 2000; count += 1) step(count);
    await optimizer.read();
    for (let count = 2001; count <= 7000; count += 1) step(count);
    const { whole } = await optimizer.read();
    expect(whole.guarded).toBeGreaterThan(0.015);
    const compressibility =
      (whole.pressure * whole.squaredRadius * 2) / (whole.effectiveLearningRate * whole.secondMoment);
    // Steps of 39 degrees are not small ones: to second order ln(1 + y^2) is y^2 - y^4 / 2, which at y = .8 takes off a third.
    expect(compressibility).toBeGreaterThan(0.65);
    expect(compressibility).toBeLessThan(1.05);
    weight.dispose();
    optimizer.dispose();
  });

  test('means are over the steps in which the group moved, when it stood still in others', async () => {
    const { weight, gradientOf } = weightAndGradient(16);
    const other = tf.variable(tf.tensor1d([1, 2]), true);
    const optimizer = new ThermoSGD({
      learningRate: 0,
      invariant: [weight.name],
      others: { learningRate: 0 },
    });
    const gradient = gradientOf(9, 1);
    for (let count = 0; count < 20; count += 1) {
      optimizer.applyGradients([
        { name: weight.name, tensor: count < 5 ? gradient : (null as unknown as tf.Tensor) },
        { name: other.name, tensor: other },
      ]);
    }
    optimizer.applyGradients([
      { name: weight.name, tensor: gradient },
      { name: other.name, tensor: other },
    ]);
    const { whole } = await optimizer.read();
    const squaredRadius = (await tf.sum(tf.square(weight)).data())[0]!;
    expect(whole.squaredRadius / squaredRadius).toBeCloseTo(1, 5);
    expect(whole.secondMoment / 9).toBeCloseTo(1, 5);
    expect(whole.guarded).toBeCloseTo(0, 6);
    tf.dispose([weight, other, gradient]);
    optimizer.dispose();
  });

  test('weights set back on an optimizer that has stepped are those of tf.train.momentum set back', async () => {
    const rolledBack = async (optimizer: tf.Optimizer): Promise<Float32Array> => {
      const { weight, gradientOf } = weightAndGradient(8);
      const step = (seed: number): void => {
        const tensor = gradientOf(1, seed);
        optimizer.applyGradients([{ name: weight.name, tensor }]);
        tensor.dispose();
      };
      for (let seed = 1; seed <= 5; seed += 1) step(seed);
      const value = tf.clone(weight);
      const saved = (await optimizer.getWeights()).map(({ name, tensor }) => ({
        name,
        tensor: tf.clone(tensor),
      }));
      for (let seed = 6; seed <= 20; seed += 1) step(seed);
      weight.assign(value);
      await optimizer.setWeights(saved);
      step(99);
      const result = (await weight.data()) as Float32Array;
      const copy = result.slice();
      tf.dispose([weight, value, ...saved.map(({ tensor }) => tensor)]);
      return copy;
    };
    const ours = await rolledBack(new ThermoSGD({ learningRate: 0.1, momentum: 0.9, invariant: () => true }));
    expect(ours).toEqual(await rolledBack(tf.train.momentum(0.1, 0.9)));
  });
});
