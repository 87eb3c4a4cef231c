import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadCifar10, loadDataset, loadMnist } from '../../src/experiments/data/index.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { idx } from './idx.js';

const newFolder = temporaryFolders();
const mnistNames = [
  'train-images-idx3-ubyte',
  'train-labels-idx1-ubyte',
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
];

/** MNIST's four files, gzip: 3 training and 2 test images of 2 x 2 pixels. */
function smallMnist(): string {
  const folder = newFolder();
  const contents = [
    idx(0x803, [3, 2, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    idx(0x801, [3], [5, 0, 4]),
    idx(0x803, [2, 2, 2], [20, 21, 22, 23, 24, 25, 26, 27]),
    idx(0x801, [2], [7, 2]),
  ];
  contents.forEach((bytes, i) => writeFileSync(join(folder, `${mnistNames[i]}.gz`), gzipSync(bytes)));
  return folder;
}

describe('loadMnist', () => {
  test('reads a folder of gzip files', async () => {
    const dataset = await loadMnist(smallMnist());
    expect(dataset.name).toBe('MNIST');
    expect(dataset.images).toEqual({ width: 2, height: 2, channels: 1 });
    expect(dataset.classes).toBe(10);
    expect([...dataset.train.labels]).toEqual([5, 0, 4]);
    expect([...dataset.test.images]).toEqual([20, 21, 22, 23, 24, 25, 26, 27]);
    expect(dataset.pixelStatistics.mean).toEqual([5.5]);
  });

  test('reads plain files just so, also under the name of a gzip file', async () => {
    const folder = smallMnist();
    const [plain, renamed] = mnistNames as [string, string];
    for (const name of [plain, renamed]) {
      const bytes = gunzipSync(readFileSync(join(folder, `${name}.gz`)));
      rmSync(join(folder, `${name}.gz`));
      writeFileSync(join(folder, name === plain ? name : `${name}.gz`), bytes);
    }
    expect([...(await loadMnist(folder)).train.labels]).toEqual([5, 0, 4]);
  });

  test('refuses a folder that lacks a file', async () => {
    const folder = smallMnist();
    rmSync(join(folder, 't10k-labels-idx1-ubyte.gz'));
    await expect(loadMnist(folder)).rejects.toThrow(
      `${folder} holds neither t10k-labels-idx1-ubyte nor t10k-labels-idx1-ubyte.gz: name the folder that does`,
    );
  });

  test.each([
    ['cut short', (zipped: Buffer) => zipped.subarray(0, zipped.length / 2)],
    [
      'with a byte changed',
      (zipped: Buffer) =>
        Buffer.concat([zipped.subarray(0, -6), Uint8Array.of(zipped.at(-6)! ^ 1), zipped.subarray(-5)]),
    ],
  ])('refuses gzip data %s, naming the file', async (_, damage) => {
    const folder = smallMnist();
    const file = join(folder, 'train-images-idx3-ubyte.gz');
    writeFileSync(file, damage(readFileSync(file)));
    await expect(loadMnist(folder)).rejects.toThrow(
      new RegExp(`^${file} is damaged: its gzip data ends in ".+": put an intact copy in its place$`),
    );
  });

  test('refuses labels of another number than the images', async () => {
    const folder = smallMnist();
    copyFileSync(join(folder, 't10k-labels-idx1-ubyte.gz'), join(folder, 'train-labels-idx1-ubyte.gz'));
    await expect(loadMnist(folder)).rejects.toThrow(
      `train-labels-idx1-ubyte.gz holds 2 labels for the 3 images of ${folder}/train-images-idx3-ubyte.gz: take both files from one set`,
    );
  });

  test('refuses test images of another size than the training images', async () => {
    const folder = smallMnist();
    writeFileSync(join(folder, 't10k-images-idx3-ubyte'), idx(0x803, [2, 1, 2], [1, 2, 3, 4]));
    await expect(loadMnist(folder)).rejects.toThrow(
      'training images are 2x2, test images 2x1: take both from one set',
    );
  });

  test('refuses a folder in the place of a file', async () => {
    const folder = smallMnist();
    mkdirSync(join(folder, 'train-images-idx3-ubyte'));
    await expect(loadMnist(folder)).rejects.toThrow(
      'train-images-idx3-ubyte cannot be read (EISDIR): make it a readable file or name another folder',
    );
  });
});

const record = (label: number, grey: number): Uint8Array =>
  Uint8Array.from({ length: 3073 }, (_, i) => (i === 0 ? label : (grey + i) % 256));

function smallCifar(): string {
  const folder = newFolder();
  writeFileSync(join(folder, 'data_batch_2.bin'), record(2, 0));
  writeFileSync(join(folder, 'data_batch_1.bin.gz'), gzipSync(Buffer.concat([record(1, 0), record(8, 9)])));
  writeFileSync(join(folder, 'test_batch.bin'), record(6, 3));
  return folder;
}

describe('loadCifar10', () => {
  test('reads the training batches that are there in the order of their numbers, plain or gzip', async () => {
    const dataset = await loadCifar10(smallCifar());
    expect(dataset.name).toBe('CIFAR-10');
    expect(dataset.images).toEqual({ width: 32, height: 32, channels: 3 });
    expect([...dataset.train.labels]).toEqual([1, 8, 2]);
    expect([...dataset.test.labels]).toEqual([6]);
    expect(dataset.train.images.length).toBe(3 * 3072);
  });

  test('refuses a folder without training batches', async () => {
    const folder = newFolder();
    await expect(loadCifar10(folder)).rejects.toThrow(
      `${folder} holds no data_batch_1.bin or .bin.gz: name the folder with CIFAR-10's binary files`,
    );
  });

  test('refuses a folder without the test batch', async () => {
    const folder = smallCifar();
    rmSync(join(folder, 'test_batch.bin'));
    await expect(loadCifar10(folder)).rejects.toThrow(
      `${folder} holds neither test_batch.bin nor test_batch.bin.gz`,
    );
  });
});

describe('loadDataset', () => {
  test('tells MNIST from CIFAR-10 by the names of the files', async () => {
    expect((await loadDataset(smallMnist())).name).toBe('MNIST');
  });

  test('refuses a folder that holds neither', async () => {
    const folder = newFolder();
    await expect(loadDataset(folder)).rejects.toThrow(
      /^data folder .* holds neither MNIST's files .* nor CIFAR-10's .*: name a folder that does$/,
    );
  });

  test('refuses a folder that is not there', async () => {
    await expect(loadDataset('/no/such/folder')).rejects.toThrow(
      'data folder /no/such/folder cannot be read (ENOENT): name a folder with MNIST or CIFAR-10 files',
    );
  });
});
