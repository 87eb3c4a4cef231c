import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BatchOptions,
  batches,
  chunks,
  createDataset,
  type Examples,
} from '../../src/experiments/data/index.js';

/** 23 images of one pixel each, whose value is 10 times their number; labels go round the three classes. */
const count = 23;
const dataset = createDataset({
  name: 'numbers',
  images: { width: 1, height: 1, channels: 1 },
  classes: 3,
  train: {
    images: Uint8Array.from({ length: count }, (_, i) => 10 * i),
    labels: Uint8Array.from({ length: count }, (_, i) => i % 3),
  },
  test: { images: Uint8Array.of(110, 0, 220), labels: Uint8Array.of(2, 1, 0) },
});
const [mean, deviation] = [dataset.pixelStatistics.mean[0]!, dataset.pixelStatistics.standardDeviation[0]!];

/** The numbers of the images in a batch, read back from its pixels. */
async function numbersIn({ xs, ys }: Examples): Promise<number[]> {
  const pixels = await xs.data();
  tf.dispose([xs, ys]);
  return Array.from(pixels, (x) => Math.abs(Math.round((x * deviation + mean) / 10)));
}

async function firstBatches(options: BatchOptions, steps: number): Promise<number[][]> {
  const taken: number[][] = [];
  await batches(dataset, options)
    .take(steps)
    .forEachAsync(async (batch) => void taken.push(await numbersIn(batch)));
  return taken;
}

const samplings = ['withReplacement', 'epochs'] as const;
const anyOptions = fc.record({
  batchSize: fc.integer({ min: 1, max: 40 }),
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  sampling: fc.constantFrom(...samplings),
});
const parameters = { seed: 3, numRuns: 40 };

describe('batches', () => {
  test('a run resumed at step s sees exactly the batches it would have seen', async () => {
    await fc.assert(
      fc.asyncProperty(anyOptions, fc.integer({ min: 0, max: 12 }), async (options, firstStep) => {
        const undisturbed = await firstBatches(options, firstStep + 3);
        expect(await firstBatches({ ...options, firstStep }, 3)).toEqual(undisturbed.slice(firstStep));
      }),
      parameters,
    );
  });

  test('every pass of sampling by epochs holds every image once, whatever the batch size', async () => {
    await fc.assert(
      fc.asyncProperty(anyOptions, async (options) => {
        const drawn = (
          await firstBatches({ ...options, sampling: 'epochs' }, Math.ceil((2 * count) / options.batchSize))
        ).flat();
        for (const pass of [drawn.slice(0, count), drawn.slice(count, 2 * count)]) {
          expect(pass.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        }
      }),
      parameters,
    );
  });

  test('passes differ in their order, and so do seeds', async () => {
    const [first, second] = await firstBatches({ batchSize: count, seed: 1, sampling: 'epochs' }, 2);
    const [other] = await firstBatches({ batchSize: count, seed: 2, sampling: 'epochs' }, 1);
    expect(first).not.toEqual(second);
    expect(first).not.toEqual(other);
  });

  test('with replacement every image is as likely as any other, and batches of successive steps are independent', async () => {
    const drawn = await firstBatches({ batchSize: 50, seed: 11 }, 400);
    const expected = (50 * 400) / count;
    const counts = new Float64Array(count);
    for (const number of drawn.flat()) counts[number]!++;
    const chiSquared = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // Chi-squared with 22 degrees of freedom: mean 22, standard deviation sqrt(44); five of them allowed.
    expect(Math.abs(chiSquared - 22)).toBeLessThan(5 * Math.sqrt(44));
    // Products of centred numbers of the same place in successive steps: mean 0 with standard error var/sqrt(n).
    const middle = (count - 1) / 2;
    const products = drawn
      .slice(1)
      .flatMap((batch, step) => batch.map((n, i) => (n - middle) * (drawn[step]![i]! - middle)));
    const variance = (count ** 2 - 1) / 12;
    const meanProduct = products.reduce((sum, product) => sum + product, 0) / products.length;
    expect(Math.abs(meanProduct)).toBeLessThan((5 * variance) / Math.sqrt(products.length));
  });

  test('labels are one-hot float32 and belong to their images', async () => {
    const [batch] = await batches(dataset, { batchSize: 8, seed: 5 }).take(1).toArray();
    expect(batch!.xs.shape).toEqual([8, 1, 1, 1]);
    expect(batch!.ys.shape).toEqual([8, 3]);
    expect(batch!.ys.dtype).toBe('float32');
    const labels = await tf.argMax(batch!.ys, 1).data();
    const sums = await tf.sum(batch!.ys, 1).data();
    expect([...sums]).toEqual(Array(8).fill(1));
    const numbers = await numbersIn(batch!);
    expect([...labels]).toEqual(numbers.map((number) => number % 3));
  });

  test('no tensor is left when each batch is disposed', async () => {
    const before = tf.memory().numTensors;
    await firstBatches({ batchSize: 4, seed: 1 }, 20);
    expect(tf.memory().numTensors).toBe(before);
  });

  test.each([
    ['batchSize', { batchSize: 0, seed: 1 }, 'batchSize is 0: pass a whole number of at least 1'],
    ['seed', { batchSize: 1, seed: -1 }, 'seed is -1: pass a whole number of at least 0'],
    [
      'seed',
      { batchSize: 1, seed: 2 ** 32 },
      'seed is 4294967296: pass a whole number of at most 4294967295',
    ],
    [
      'firstStep',
      { batchSize: 1, seed: 1, firstStep: 0.5 },
      'firstStep is 0.5: pass a whole number of at least 0',
    ],
    [
      'sampling',
      { batchSize: 1, seed: 1, sampling: 'sorted' as 'epochs' },
      "sampling is sorted: pass 'withReplacement' or 'epochs'",
    ],
  ])('refuses a wrong %s', (_, options, message) => {
    expect(() => batches(dataset, options)).toThrow(message);
  });
});

describe('chunks', () => {
  test('holds every image of a part once and in order, the last chunk smaller', async () => {
    const sizes: number[] = [];
    const numbers: number[] = [];
    await chunks(dataset, 'train', 10).forEachAsync(async (chunk) => {
      sizes.push(chunk.xs.shape[0]);
      numbers.push(...(await numbersIn(chunk)));
    });
    expect(sizes).toEqual([10, 10, 3]);
    expect(numbers).toEqual(Array.from({ length: count }, (_, i) => i));
  });

  test('test images are standardised by the training set', async () => {
    const [chunk] = await chunks(dataset, 'test', 10).toArray();
    const pixels = await chunk!.xs.data();
    // Training pixels are 0, 10, ..., 220: mean 110, deviation 10 sqrt((23^2 - 1)/12).
    expect(pixels[0]).toBe(0);
    expect(pixels[1]).toBeCloseTo(-110 / (10 * Math.sqrt(44)), 6);
    tf.dispose(chunk!);
  });

  test('refuses a size of 0', () => {
    expect(() => chunks(dataset, 'test', 0)).toThrow('size is 0: pass a whole number of at least 1');
  });
});
