import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { cosine } from '../../src/control/index.js';
import { thermalize, type ThermalizeOptions } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';
import { optimizers } from './optimizers.js';

// Tensors are counted by tfjs itself, alike on all backends; this one is the quickest with so small a net.
beforeAll(() => useBackend('cpu'));

const steps = 500;
const [batchSize, before] = [4, 8];

/** Ways to train for a number of steps. */
const ways: Record<string, (model: tf.Sequential, count: number) => Promise<void>> = {
  async fit(model, count) {
    const { xs, ys } = tinyExamples(batchSize * count);
    await model.fit(xs, ys, { batchSize, verbose: 0 });
    tf.dispose([xs, ys]);
  },
  async fitDataset(model, count) {
    const batches = tf.data.generator(function* () {
      for (let i = 0; i < count; i += 1) yield tinyExamples(batchSize, i);
    });
    await model.fitDataset(batches as never, { epochs: 1, verbose: 0 });
  },
  async trainOnBatch(model, count) {
    const { xs, ys } = tinyExamples(batchSize);
    for (let i = 0; i < count; i += 1) tf.dispose(await model.trainOnBatch(xs, ys));
    tf.dispose([xs, ys]);
  },
  async minimize(model, count) {
    const { xs, ys } = tinyExamples(batchSize);
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    for (let i = 0; i < count; i += 1) {
      model.optimizer.minimize(
        () => tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor),
        false,
        variables,
      );
    }
    tf.dispose([xs, ys]);
  },
};

const settings: Record<string, ThermalizeOptions> = {
  'a schedule, decay and clipping': {
    learningRate: cosine({ from: 0.01, steps }),
    weightDecay: 0.1,
    clipGlobalNorm: 1,
  },
  'a sphere': {
    effectiveLearningRate: cosine({ from: 0.001, steps }),
    radius: 3,
    invariant: ({ shape }) => shape[0] !== 4 && shape.length > 1,
    others: { learningRate: 0.001, weightDecay: 0.1 },
  },
};

describe.each(Object.entries(settings))('with %s', (_, options) => {
  describe.each(Object.entries(ways))('500 steps by %s hold no more tensors than 8', (_way, train) => {
    test.each(optimizers)('%s', async (_name, make) => {
      const model = compileLogits(tinyNet(), thermalize(make(), options));
      await train(model, before);
      const { numTensors } = tf.memory();
      await train(model, steps - before);
      expect(tf.memory().numTensors).toBe(numTensors);
      model.optimizer.dispose();
      model.dispose();
    });
  });
});
