import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ThermoMonitor, ThermoSGD, type NoiseOptions } from '../../src/network/index.js';
import { AfterBatch } from '../afterBatch.js';
import { useBackend } from '../backends.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

beforeAll(() => useBackend('tensorflow'));

/** Counts what is read from the device while `body` runs, at the one place where every read passes. */
async function countingReads(body: (reads: () => number) => Promise<void>): Promise<void> {
  const backend = tf.engine().backend as unknown as Record<'read' | 'readSync', (id: object) => unknown>;
  const { read, readSync } = backend;
  let count = 0;
  const counted = (original: (id: object) => unknown) =>
    function (this: unknown, id: object): unknown {
      count += 1;
      return original.call(this, id);
    };
  backend.readSync = counted(readSync);
  // The native backend reads through readSync: counted there.
  const readsThroughSync = backend.read.toString().includes('readSync');
  if (!readsThroughSync) backend.read = counted(read);
  try {
    await body(() => count);
  } finally {
    Object.assign(backend, { read, readSync });
  }
}

const settings = { effectiveLearningRate: 0.005, weightDecay: 0.02, momentum: 0.9 };

test('every read passes the counter', async () => {
  await countingReads(async (reads) => {
    const tensor = tf.scalar(1);
    await tensor.data();
    expect(reads()).toBe(1);
    tensor.dataSync();
    expect(reads()).toBe(2);
  });
});

const expectReads = async (noise: 'off' | NoiseOptions, every: number, extra: readonly number[]) => {
  const model = tinyNet();
  const optimizer = new ThermoSGD({ ...settings, invariant: model });
  compileLogits(model, optimizer);
  const monitor = new ThermoMonitor({ model, optimizer, every, noise, detail: 'layers' });
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { xs, ys } = tinyExamples(8);
  await countingReads(async (reads) => {
    const perStep: number[] = [];
    for (let step = 1; step <= 60; step += 1) {
      const before = reads();
      optimizer.minimize(
        () => tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor),
        false,
        variables,
      );
      await monitor.step();
      perStep.push(reads() - before);
    }
    const expected = perStep.map((_, i) => ((i + 1) % every === 0 ? 1 : 0) + (extra.includes(i + 1) ? 1 : 0));
    expect(perStep).toEqual(expected);
  });
  monitor.dispose();
};

/** A callback of either kind. */
type AnyCallback = tf.Callback | tf.CustomCallback;

describe('a callback after the monitor', () => {
  const steps = 45;
  /** Reads in each step of a fit with the monitor, the given callback and one that counts. */
  const readsWith = async (...given: AnyCallback[]): Promise<number[]> => {
    const model = tinyNet();
    compileLogits(model, new ThermoSGD({ ...settings, invariant: model }));
    const { xs, ys } = tinyExamples(8 * steps);
    const total: number[] = [];
    await countingReads(async (reads) => {
      // The types of fit know no CustomCallback, which it takes all the same.
      const callbacks = [
        new ThermoMonitor({ model, noise: 'off' }),
        ...given,
        new AfterBatch(() => void total.push(reads())),
      ] as tf.Callback[];
      await model.fit(xs, ys, { batchSize: 8, epochs: 1, shuffle: false, verbose: 0, callbacks });
    });
    return total.map((count, i) => count - (total[i - 1] ?? 0));
  };
  const more = async (callback: AnyCallback): Promise<number[]> => {
    const without = await readsWith();
    return (await readsWith(callback)).map((count, i) => count - without[i]!);
  };

  test('that is a class sees T at the readings and reads nothing', async () => {
    const seen: number[] = [];
    const teller = new AfterBatch((batch, logs) => void ('T_tot' in logs! && seen.push(batch)));
    expect(await more(teller)).toEqual(Array(steps).fill(0));
    expect(seen).toEqual([19, 39]);
  });

  test('that is a CustomCallback reads the loss in every step if it has onBatchEnd, else in none', async () => {
    expect(await more(new tf.CustomCallback({ onEpochEnd: () => {} }))).toEqual(Array(steps).fill(0));
    expect(await more(new tf.CustomCallback({ onBatchEnd: () => {} }))).toEqual(Array(steps).fill(1));
  });
});

describe('between two readings nothing is read from the device', () => {
  test('and at a reading one tensor, in a custom loop', () => expectReads('off', 20, []));

  test('and at a reading one more where noise was estimated since the last', () =>
    expectReads(
      { every: 25, source: { batchSize: 8, draw: (size) => tinyExamples(size, 5) } },
      20,
      [40, 60],
    ));

  test('and several estimates are one read', () =>
    expectReads(
      { every: 3, source: { batchSize: 8, draw: (size) => tinyExamples(size, 5) } },
      20,
      [20, 40, 60],
    ));

  test.each([
    [
      'fit',
      async (model: tf.LayersModel, callbacks: tf.Callback[]) => {
        const { xs, ys } = tinyExamples(8 * 110);
        await model.fit(xs, ys, { batchSize: 8, epochs: 1, shuffle: false, verbose: 0, callbacks });
      },
    ],
    [
      'fitDataset',
      async (model: tf.LayersModel, callbacks: tf.Callback[]) => {
        let seed = 0;
        const dataset = tf.data.generator(function* () {
          while (seed < 110) yield tinyExamples(8, (seed += 1));
        });
        await model.fitDataset(dataset, { epochs: 1, verbose: 0, callbacks });
      },
    ],
  ])(
    'in %s with the defaults: every 20 steps a reading, in every 50th step a noise estimate',
    async (_, fit) => {
      /** Reads in each step; fit reads the places of its examples itself. */
      const readsPerStep = async (isWatched: boolean): Promise<number[]> => {
        const model = tinyNet();
        compileLogits(model, new ThermoSGD({ ...settings, invariant: model }));
        const callbacks: tf.Callback[] = isWatched ? [new ThermoMonitor({ model })] : [];
        const total: number[] = [];
        await countingReads(async (reads) => {
          callbacks.push(new AfterBatch(() => void total.push(reads())));
          await fit(model, callbacks);
        });
        return total.map((count, i) => count - (total[i - 1] ?? 0));
      };
      const own = await readsPerStep(false);
      const watched = await readsPerStep(true);
      // The estimates of steps 50 and 100 are read with the readings at 60 and 100.
      const expected = own.map((__, i) => ((i + 1) % 20 === 0 ? 1 : 0) + ([60, 100].includes(i + 1) ? 1 : 0));
      expect(watched.map((count, i) => count - own[i]!)).toEqual(expected);
    },
  );
});
