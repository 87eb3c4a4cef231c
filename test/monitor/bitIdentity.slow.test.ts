import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ThermoMonitor, ThermoSGD, type NoiseOptions } from '../../src/network/index.js';
import { useBackend } from '../backends.js';
import { bitsOf, compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

beforeAll(() => useBackend('tensorflow'));

const batchSize = 8;
const steps = 60;

const examples = (seed: number) => tinyExamples(batchSize, seed);

const noises: Record<string, 'off' | NoiseOptions> = {
  'no noise': 'off',
  'pairs from the batch': { every: 7 },
  'two batch sizes from the batch': { every: 7, estimator: 'twoBatchSizes' },
  'pairs from a probe': { every: 7, source: { batchSize, draw: (size) => tinyExamples(size, 999) } },
};

const ways: Record<
  string,
  (model: tf.LayersModel, optimizer: ThermoSGD, monitor: ThermoMonitor | null) => Promise<void>
> = {
  fit: async (model, _, monitor) => {
    const { xs, ys } = tinyExamples(batchSize * 30 + 3);
    await model.fit(xs, ys, {
      batchSize,
      epochs: 2,
      shuffle: false,
      verbose: 0,
      ...(monitor === null ? {} : { callbacks: [monitor] }),
    });
  },
  fitDataset: async (model, _, monitor) => {
    let seed = 0;
    const dataset = tf.data.generator(function* () {
      while (seed < steps) yield examples((seed += 1));
    });
    await model.fitDataset(dataset, {
      epochs: 1,
      verbose: 0,
      ...(monitor === null ? {} : { callbacks: [monitor] }),
    });
  },
  'a custom loop': async (model, optimizer, monitor) => {
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    for (let step = 0; step < steps; step += 1) {
      const { xs, ys } = examples(step);
      optimizer.minimize(
        () => tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor),
        false,
        variables,
      );
      await monitor?.step();
    }
  },
};

async function trained(way: string, noise: 'off' | NoiseOptions | null) {
  const model = tinyNet();
  const optimizer = new ThermoSGD({
    effectiveLearningRate: 0.005,
    weightDecay: 0.02,
    momentum: 0.9,
    invariant: model,
  });
  compileLogits(model, optimizer);
  const monitor = noise === null ? null : new ThermoMonitor({ model, every: 5, noise, detail: 'layers' });
  await ways[way]!(model, optimizer, monitor);
  monitor?.dispose();
  return { bits: await bitsOf(model), latest: monitor?.latest ?? null };
}

describe.each(Object.keys(ways))(
  'in %s the weights and moving averages are bit for bit those without a monitor',
  (way) => {
    // A loop of minimize brings no batches; noise from them is refused there, which another test shows.
    const possible = Object.entries(noises).filter(
      ([, noise]) => noise === 'off' || way !== 'a custom loop' || noise.source !== undefined,
    );
    test.each(possible)('with %s', async (_, noise) => {
      const watched = await trained(way, noise);
      expect(watched.bits).toEqual((await trained(way, null)).bits);
      expect(watched.latest).not.toBeNull();
      expect(watched.latest!.state.temperature !== null).toBe(noise !== 'off');
    });
  },
);

const bitsOfLossProbe = async (isWatched: boolean) => {
  const model = tinyNet();
  const optimizer = new ThermoSGD({ effectiveLearningRate: 0.01, weightDecay: 0.02, invariant: model });
  const lossOn = (size: number, seed: number) => {
    const { xs, ys } = tinyExamples(size, seed);
    return tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor) as tf.Scalar;
  };
  const loss = (size: number) => lossOn(size, 5);
  const monitor = isWatched
    ? new ThermoMonitor({ optimizer, every: 5, noise: { every: 5, source: { batchSize, loss } } })
    : null;
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  for (let step = 0; step < 20; step += 1) {
    optimizer.minimize(() => lossOn(batchSize, step), false, variables);
    await monitor?.step();
  }
  if (isWatched) expect(monitor!.latest!.state.temperature).not.toBeNull();
  return bitsOf(model);
};

test('a loss probe in a custom loop without a model leaves the moving averages alone too', async () => {
  expect(await bitsOfLossProbe(true)).toEqual(await bitsOfLossProbe(false));
});
