import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ThermoMonitor, ThermoSGD, type ThermoSGDOptions } from '../../src/network/index.js';
import { AfterBatch } from '../afterBatch.js';
import { useBackend } from '../backends.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

beforeAll(() => useBackend('tensorflow'));

const steps = 500;
const batchSize = 4;
/** By then the first reading and the first noise estimate have been made. */
const warmUp = 60;

type Body = {
  readonly model: tf.LayersModel;
  readonly optimizer: ThermoSGD;
  readonly monitor: ThermoMonitor | null;
  /** Called after each step. */
  readonly count: () => void;
};

/** Ways to train for 500 steps. */
const ways: Record<string, (body: Body) => Promise<void>> = {
  fit: async ({ model, monitor, count }) => {
    const { xs, ys } = tinyExamples(steps * batchSize);
    await model.fit(xs, ys, {
      batchSize,
      epochs: 1,
      shuffle: false,
      verbose: 0,
      callbacks: [...callbacks(monitor), new AfterBatch(count)],
    });
    tf.dispose([xs, ys]);
  },
  fitDataset: async ({ model, monitor, count }) => {
    const { xs, ys } = tinyExamples(batchSize);
    const dataset = tf.data.generator(function* () {
      for (;;) yield { xs: xs.clone(), ys: ys.clone() };
    });
    await model.fitDataset(dataset, {
      batchesPerEpoch: steps,
      epochs: 1,
      verbose: 0,
      callbacks: [...callbacks(monitor), new AfterBatch(count)],
    });
    tf.dispose([xs, ys]);
  },
  trainOnBatch: async ({ model, monitor, count }) => {
    const { xs, ys } = tinyExamples(batchSize);
    for (let step = 0; step < steps; step += 1) {
      await model.trainOnBatch(xs, ys);
      await monitor?.step();
      count();
    }
    tf.dispose([xs, ys]);
  },
  minimize: async ({ model, optimizer, monitor, count }) => {
    const { xs, ys } = tinyExamples(batchSize);
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    for (let step = 0; step < steps; step += 1) {
      optimizer.minimize(
        () => tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor),
        false,
        variables,
      );
      await monitor?.step();
      count();
    }
    tf.dispose([xs, ys]);
  },
};

const callbacks = (monitor: ThermoMonitor | null): tf.Callback[] => (monitor === null ? [] : [monitor]);

const settings: Record<string, ThermoSGDOptions> = {
  'fixed effective learning rate with momentum': {
    effectiveLearningRate: 0.002,
    weightDecay: 0.02,
    momentum: 0.9,
  },
  'fixed sphere, a radius a layer': { effectiveLearningRate: 0.01, radius: 2, radii: 'perLayer' },
};

describe.each(Object.entries(settings))('at %s', (_, options) => {
  describe.each(Object.keys(ways))('%s holds the number of tensors constant over 500 steps', (way) => {
    test.each([
      ['without a monitor', false],
      ['with a monitor, whole and in its details', true],
    ])('%s, and dispose gives all of them back', async (__, isWatched) => {
      const model = compileLogits(tinyNet(), 'sgd' as unknown as tf.Optimizer);
      const start = tf.memory().numTensors;
      const optimizer = new ThermoSGD({ ...options, invariant: model });
      compileLogits(model, optimizer);
      // A loop of minimize brings the monitor no batch to estimate noise from.
      const noise = way === 'minimize' ? 'off' : {};
      const monitor = isWatched ? new ThermoMonitor({ model, optimizer, detail: 'layers', noise }) : null;
      const counts: number[] = [];
      await ways[way]!({ model, optimizer, monitor, count: () => counts.push(tf.memory().numTensors) });
      expect(counts).toHaveLength(steps);
      expect(new Set(counts.slice(warmUp))).toEqual(new Set([counts.at(-1)]));

      if (isWatched) expect(monitor!.latest!.observation).toMatchObject({ step: 500, window: 20 });
      monitor?.dispose();
      optimizer.dispose();
      expect(tf.memory().numTensors).toBe(start);
    });
  });
});
