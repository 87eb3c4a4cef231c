import { readdir } from 'node:fs/promises';
import { ThermoError } from '../../error.js';
import { createDataset } from './createDataset.js';
import type { Dataset, LabelledImages } from './dataset.js';
import { parseCifar10 } from './parseCifar10.js';
import { readDataFile } from './readDataFile.js';

/**
 * Reads CIFAR-10 in its binary format from a folder with data_batch_1.bin (and _2 to _5, as many as are there) and
 * test_batch.bin, each plain or gzip (`.gz`).
 *
 * @throws ThermoError naming the file, what is wrong with it and the remedy
 */
export async function loadCifar10(folder: string): Promise<Dataset> {
  const names = await trainingFiles(folder);
  const parts: LabelledImages[] = [];
  for (const name of names) parts.push(await readPart(folder, name));
  return createDataset({
    name: 'CIFAR-10',
    images: { width: 32, height: 32, channels: 3 },
    classes: 10,
    train: {
      images: Buffer.concat(parts.map((part) => part.images)),
      labels: Buffer.concat(parts.map((part) => part.labels)),
    },
    test: await readPart(folder, 'test_batch.bin'),
  });
}

async function trainingFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new ThermoError(
      `${folder} cannot be read (${error.code}): name the folder with CIFAR-10's binary files`,
      {
        cause: error,
      },
    );
  });
  const present = new Set(entries.map((entry) => entry.replace(/\.gz$/, '')));
  const names = [1, 2, 3, 4, 5]
    .map((number) => `data_batch_${number}.bin`)
    .filter((name) => present.has(name));
  if (names.length === 0) {
    throw new ThermoError(
      `${folder} holds no data_batch_1.bin or .bin.gz: name the folder with CIFAR-10's binary files`,
    );
  }
  return names;
}

async function readPart(folder: string, name: string): Promise<LabelledImages> {
  const { bytes, file } = await readDataFile(folder, name);
  return parseCifar10(bytes, file);
}
