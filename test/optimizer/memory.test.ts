import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { ThermoSGD } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

beforeAll(() => useBackend('tensorflow'));

const batchSize = 4;

test('weights found from gradients leave no tensors behind', async () => {
  const model = tinyNet();
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { xs, ys } = tinyExamples(batchSize);
  const start = tf.memory().numTensors;
  const optimizer = new ThermoSGD({ effectiveLearningRate: 0.01, momentum: 0.5 });
  const counts: number[] = [];
  for (let step = 0; step < 40; step += 1) {
    optimizer.minimize(
      () => tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor),
      false,
      variables,
    );
    await tf.nextFrame();
    counts.push(tf.memory().numTensors);
  }
  expect(optimizer.invariantVariables.flat()).toHaveLength(2);
  expect(new Set(counts.slice(10))).toEqual(new Set([counts.at(-1)]));
  optimizer.dispose();
  expect(tf.memory().numTensors).toBe(start);
});

test('saving leaves no tensors behind either once the next step is taken', async () => {
  const model = tinyNet();
  const optimizer = new ThermoSGD({ learningRate: 0.01, momentum: 0.9, invariant: model });
  compileLogits(model, optimizer);
  const { xs, ys } = tinyExamples(batchSize);
  await model.trainOnBatch(xs, ys);
  const start = tf.memory().numTensors;
  for (let save = 0; save < 3; save += 1) {
    await model.save(
      tf.io.withSaveHandler(async () => ({ modelArtifactsInfo: {} as never })),
      { includeOptimizer: true },
    );
  }
  await model.trainOnBatch(xs, ys);
  expect(tf.memory().numTensors).toBe(start);
});

test('disposing twice, or before the first step, or a loaded state before its first step, is harmless', async () => {
  const start = tf.memory().numTensors;
  const optimizer = new ThermoSGD({ learningRate: 0.01, momentum: 0.9, invariant: 'kernel' });
  optimizer.dispose();
  optimizer.dispose();
  await optimizer.setWeights([
    { name: 'iter', tensor: tf.scalar(3, 'int32') },
    { name: 'ThermoSGD/velocity/0', tensor: tf.ones([2]) },
    { name: 'ThermoSGD/scale/0', tensor: tf.scalar(1) },
  ]);
  optimizer.dispose();
  expect(tf.memory().numTensors).toBe(start + 3);
});
