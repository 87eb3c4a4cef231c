import type * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ThermoMonitor, ThermoSGD, type NoiseOptions } from '../../src/network/index.js';
import { AfterBatch } from '../afterBatch.js';
import { useBackend } from '../backends.js';
import { bitsOf, compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

beforeAll(() => useBackend('cpu'));

const compiled = () => {
  const model = tinyNet();
  const optimizer = new ThermoSGD({ effectiveLearningRate: 0.01, weightDecay: 0.02, invariant: model });
  return compileLogits(model, optimizer);
};

const fit = async (model: tf.LayersModel, ...callbacks: tf.Callback[]) => {
  const { xs, ys } = tinyExamples(6 * 8);
  return model.fit(xs, ys, { batchSize: 8, epochs: 1, shuffle: false, verbose: 0, callbacks });
};

const drawn: NoiseOptions = { every: 2, source: { batchSize: 8, draw: (size) => tinyExamples(size, 3) } };
const batch: NoiseOptions = { every: 2 };
const counted = (monitor: ThermoMonitor) => monitor.save().noise.whole[0]!.count;

describe('a second monitor of a model, the first of which was not disposed', () => {
  test.each<[string, NoiseOptions, NoiseOptions]>([
    ['both from the batch', batch, batch],
    ['the second from drawn examples', batch, drawn],
    ['the first from drawn examples', drawn, batch],
  ])("estimates noise in the first one's place: %s", async (_, first, second) => {
    const model = compiled();
    const older = new ThermoMonitor({ model, every: 2, noise: first });
    await fit(model, older);
    const newer = new ThermoMonitor({ model, every: 2, noise: second });
    const { history } = await fit(model, newer);
    expect([counted(older), counted(newer)]).toEqual([3, 3]);
    expect(history['T']!.every(Number.isFinite)).toBe(true);
    // The older one lets go of the newer one's place as little as of its own.
    older.dispose();
    await fit(model, newer);
    expect(counted(newer)).toBe(6);
    newer.dispose();
  });

  test('leaves the weights bit for bit those of a training without any', async () => {
    const [watched, alone] = [compiled(), compiled()];
    await fit(watched, new ThermoMonitor({ model: watched, every: 2, noise: batch }));
    await fit(watched, new ThermoMonitor({ model: watched, every: 2, noise: batch }));
    await fit(alone);
    await fit(alone);
    expect(await bitsOf(watched)).toEqual(await bitsOf(alone));
  });

  test('made while the first one watches a fit is shown the batches of that fit', async () => {
    const model = compiled();
    const older = new ThermoMonitor({ model, every: 2, noise: batch });
    let newer: ThermoMonitor | null = null;
    const renew = new AfterBatch(async (step) => {
      if (step === 1) newer = new ThermoMonitor({ model, every: 2, noise: batch });
    });
    await fit(model, older, renew);
    expect(counted(older)).toBe(1);
    await fit(model, newer!);
    // The estimates of steps 4 and 6 of the first fit were still to be read.
    expect(counted(newer!)).toBe(5);
  });
});
