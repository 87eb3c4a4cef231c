import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadMnist, sampleMnistFolder } from '../../src/experiments/data/index.js';

test('the sample is the first 6,000 and 1,000 digits of MNIST, to the bit', () => {
  // SHA-256 of the unzipped files, as cut from the full set (see examples/data/README.md).
  const digests = ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1'].map(
    (name) =>
      createHash('sha256')
        .update(gunzipSync(readFileSync(join(sampleMnistFolder, `${name}-ubyte.gz`))))
        .digest('hex'),
  );
  expect(digests).toEqual([
    '2782ff6f3467f3487a520503c34fe99b761aa97623af029969e59716ac3585c3',
    '0d830540a6191e75a9f5cd63cd5b4bde38960b893784bbf456d560179296d7cd',
    'de7c252b04f05e1f8309634180ccdf286dc6dbac8c579b74e76e02ae0331ca52',
    '832c0d20f0dc42e575488c75a83a970787d4c8d4d05831b2ef03701b4a478a90',
  ]);
});

test('the sample is read with its known labels and pixel statistics', async () => {
  const dataset = await loadMnist(sampleMnistFolder);
  // MNIST is known to begin with a five, a zero and a four; its test set with a seven, a two and a one.
  expect([...dataset.train.labels.subarray(0, 12)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4, 3, 5]);
  expect([...dataset.test.labels.subarray(0, 12)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9, 0, 6]);
  expect(dataset.train.labels.length).toBe(6000);
  expect(dataset.test.labels.length).toBe(1000);
  // Counted with Python's collections.Counter over the same bytes. The full set's are .1307 and .3081 times 255.
  expect(dataset.pixelStatistics.mean[0]).toBeCloseTo(33.525455144557824, 9);
  expect(dataset.pixelStatistics.standardDeviation[0]).toBeCloseTo(78.78920451619067, 9);
});
