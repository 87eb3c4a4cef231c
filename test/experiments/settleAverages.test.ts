import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { settleAverages } from '../../src/experiments/training/settleAverages.js';
import { createDataset } from '../../src/experiments/index.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('settling brings stale averages to the weights, changes no weight that trains, and leaves no tensors', async () => {
  const images = Uint8Array.from({ length: 20 * 16 }, (_, i) => (i * 7919) % 251);
  const part = { images, labels: Uint8Array.from({ length: 20 }, (_, i) => i % 2) };
  const dataset = createDataset({
    name: 'noise',
    images: { width: 4, height: 4, channels: 1 },
    classes: 2,
    train: part,
    test: part,
  });
  const model = tf.sequential({
    layers: [tf.layers.flatten({ inputShape: [4, 4, 1] }), tf.layers.batchNormalization({ momentum: 0.9 })],
  });
  const [normalization] = model.layers.slice(1);
  const averages = () => normalization!.getWeights().slice(2);
  const [gamma, beta] = normalization!.getWeights();
  const stale = tf.tensor1d(Array.from({ length: 16 }, () => 100));
  normalization!.setWeights([gamma!, beta!, stale, stale]);
  const before = tf.memory().numTensors;
  await settleAverages(model, dataset, 20);
  expect(tf.memory().numTensors).toBe(before);
  // Standardized pixels: mean 0 and variance 1 over all places, and nothing left of what was there before.
  const [mean, variance] = await Promise.all(
    averages().map(async (tensor) => (await tf.mean(tensor).data())[0]!),
  );
  expect(Math.abs(mean!)).toBeLessThan(0.01);
  expect(Math.abs(variance! - 1)).toBeLessThan(0.1);
  expect(Array.from(await normalization!.getWeights()[0]!.data())).toEqual(
    Array.from({ length: 16 }, () => 1),
  );
});
