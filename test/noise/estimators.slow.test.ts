import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  noiseProbe,
  type NoiseEstimator,
  type NoiseSample,
  type NoiseSource,
} from '../../src/network/index.js';
import { batchMeans } from '../../src/physics/index.js';
import { useBackend } from '../backends.js';
import { digitBatch, smallConvNet } from '../networks.js';
import { bruteForceNoise, gradientOf, meanOf } from './bruteForce.js';
import { drawnBatches } from './drawnBatches.js';

beforeAll(() => useBackend('tensorflow'));

const batchSize = 64;
const examples = 1000;

const kernelInitializer = (seed: number) => tf.initializers.heNormal({ seed });

/** Two convolutions without a normalization, so that a batch's halves are as noisy as the batch is. */
function plainConvNet(): tf.Sequential {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [12, 12, 1],
        filters: 4,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: kernelInitializer(1),
      }),
      tf.layers.conv2d({
        filters: 6,
        kernelSize: 3,
        strides: 2,
        activation: 'relu',
        kernelInitializer: kernelInitializer(2),
      }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, kernelInitializer: kernelInitializer(3) }),
    ],
  });
}

/** A net a little way into its training, its kernels, and everything that is needed to measure it. */
function bodyOf(model: tf.LayersModel) {
  const { xs, ys } = digitBatch(examples, 1);
  const lossOn = (batch: { xs: tf.Tensor; ys: tf.Tensor }): tf.Scalar =>
    tf.tidy(() =>
      tf.losses.softmaxCrossEntropy(batch.ys, model.apply(batch.xs, { training: true }) as tf.Tensor),
    );
  const all = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const optimizer = tf.train.sgd(0.05);
  const draw = drawnBatches(xs, ys, 17);
  for (let step = 0; step < 30; step += 1) optimizer.minimize(() => lossOn(draw(batchSize)), false, all);
  // A rate of 0 holds the weights where they are while batches go through training.
  model.compile({
    optimizer: tf.train.sgd(0),
    loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  return { model, xs, ys, lossOn, kernels: all.filter(({ rank }) => rank === 4) };
}

/** The noise and signal of the whole in each of many estimates. */
async function estimates(
  { model, kernels }: ReturnType<typeof bodyOf>,
  source: NoiseSource,
  estimator: NoiseEstimator,
  count: number,
  train: () => Promise<unknown> = async () => {},
) {
  const probe = noiseProbe({ source, estimator, model, due: () => true, variables: () => kernels });
  for (let i = 0; i < count; i += 1) {
    probe.look(kernels);
    await train();
  }
  const samples = await probe.take();
  probe.dispose();
  expect(samples).toHaveLength(count);
  const total = (key: 'noise' | 'signal') =>
    meanOf(samples.map((sample: NoiseSample) => sample.reduce((sum, variable) => sum + variable[key], 0)));
  return { noise: total('noise'), signal: total('signal') };
}

const half = (a: tf.Tensor, b: tf.Tensor) => tf.div(tf.sum(tf.squaredDifference(a, b)), 2);

describe('on a network with batch norm at fixed weights', () => {
  const measured = (async () => {
    await useBackend('tensorflow');
    const body = bodyOf(smallConvNet());
    const draw = drawnBatches(body.xs, body.ys, 23);
    const truth = await bruteForceNoise(
      () => body.lossOn(body),
      () => body.lossOn(draw(batchSize)),
      body.kernels,
      2000,
    );
    return { body, truth };
  })();

  test('the pair estimator is within 5 % of the full gradient and 2,000 batches', async () => {
    const { body, truth } = await measured;
    const draw = drawnBatches(body.xs, body.ys, 29);
    const { noise } = await estimates(body, { batchSize, draw }, 'pair', 500);
    // Both are known to better than 2 %: 5 % are more than two standard errors of the ratio.
    expect(noise.standardError / noise.mean).toBeLessThan(0.02);
    expect(truth.standardError / truth.mean).toBeLessThan(0.015);
    expect(Math.abs(noise.mean / truth.mean - 1)).toBeLessThan(0.05);
  });

  test('so it is from a loss probe', async () => {
    const { body, truth } = await measured;
    const draw = drawnBatches(body.xs, body.ys, 31);
    const loss = (size: number) => body.lossOn(draw(size));
    const { noise } = await estimates(body, { batchSize, loss }, 'pair', 500);
    expect(Math.abs(noise.mean / truth.mean - 1)).toBeLessThan(0.05);
  });

  test('a consecutive difference at moving weights is a gauge of oscillation and no estimate: it is above the noise by more than three standard errors', async () => {
    const { body } = await measured;
    const draw = drawnBatches(body.xs, body.ys, 37);
    const start = body.kernels.map((kernel) => tf.clone<tf.Tensor>(kernel));
    const optimizer = tf.train.sgd(1);
    const rows: { gauge: number; pair: number }[] = [];
    let last: tf.Tensor | null = null;
    for (let step = 0; step < 200; step += 1) {
      const { gauge, pair, newest } = tf.tidy(() => {
        const [one, other] = [draw(batchSize), draw(batchSize)];
        const first = gradientOf(() => body.lossOn(one), body.kernels);
        const second = gradientOf(() => body.lossOn(other), body.kernels);
        optimizer.minimize(() => body.lossOn(one), false, body.kernels);
        return { gauge: half(first, last ?? first), pair: half(first, second), newest: first };
      });
      rows.push({ gauge: (await gauge.data())[0]!, pair: (await pair.data())[0]! });
      tf.dispose([gauge, pair]);
      last?.dispose();
      last = newest;
    }
    body.kernels.forEach((kernel, i) => kernel.assign(start[i]!));
    // Means of ten blocks of 15 steps, since neighbouring steps depend on each other.
    const excess = batchMeans(
      rows.slice(50).map(({ gauge, pair }) => gauge - pair),
      10,
    );
    expect(excess.value).toBeGreaterThan(3 * excess.standardError);
  });
});

describe('on a network without batch norm at fixed weights', () => {
  const measured = (async () => {
    await useBackend('tensorflow');
    const body = bodyOf(plainConvNet());
    const draw = drawnBatches(body.xs, body.ys, 41);
    const truth = await bruteForceNoise(
      () => body.lossOn(body),
      () => body.lossOn(draw(batchSize)),
      body.kernels,
      2000,
    );
    return { body, truth };
  })();

  const fromBatches = async (estimator: NoiseEstimator, count: number, seed: number) => {
    const { body } = await measured;
    const draw = drawnBatches(body.xs, body.ys, seed);
    return estimates(body, 'batch', estimator, count, async () => {
      const { xs, ys } = draw(batchSize);
      await body.model.trainOnBatch(xs, ys);
      tf.dispose([xs, ys]);
    });
  };

  test('pairs from the halves of each batch are within 5 % of the full gradient and 2,000 batches', async () => {
    const { truth } = await measured;
    const { noise } = await fromBatches('pair', 1000, 43);
    expect(noise.standardError / noise.mean).toBeLessThan(0.02);
    expect(Math.abs(noise.mean / truth.mean - 1)).toBeLessThan(0.05);
  });

  test.each([
    [
      'from a probe',
      (body: ReturnType<typeof bodyOf>) => {
        const draw = drawnBatches(body.xs, body.ys, 47);
        return estimates(body, { batchSize, draw }, 'twoBatchSizes', 1000);
      },
    ],
    ['from the batch itself', () => fromBatches('twoBatchSizes', 1000, 53)],
  ])(
    'two batch sizes %s are unbiased in noise and signal, within three of their standard errors',
    async (_, make) => {
      const { body, truth } = await measured;
      const { noise, signal } = await make(body);
      expect(Math.abs(noise.mean - truth.mean)).toBeLessThan(
        3 * Math.hypot(noise.standardError, truth.standardError),
      );
      expect(Math.abs(signal.mean - truth.signal)).toBeLessThan(3 * signal.standardError);
    },
  );

  test('the signal of pairs is unbiased, within three of its standard errors', async () => {
    const { body, truth } = await measured;
    const draw = drawnBatches(body.xs, body.ys, 59);
    const { signal } = await estimates(body, { batchSize, draw }, 'pair', 500);
    expect(Math.abs(signal.mean - truth.signal)).toBeLessThan(3 * signal.standardError);
  });
});
