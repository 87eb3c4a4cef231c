import { readdir } from 'node:fs/promises';
import { ThermoError } from '../../error.js';
import type { Dataset } from './dataset.js';
import { loadCifar10 } from './loadCifar10.js';
import { loadMnist } from './loadMnist.js';

/**
 * Reads the dataset a folder holds: MNIST's four IDX files or CIFAR-10's binary batches, told apart by their names.
 *
 * @throws ThermoError when the folder holds neither, or a file in it is missing or damaged
 */
export async function loadDataset(folder: string): Promise<Dataset> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new ThermoError(
      `data folder ${folder} cannot be read (${error.code}): name a folder with MNIST or CIFAR-10 files`,
      {
        cause: error,
      },
    );
  });
  if (entries.some((entry) => /-idx[13]-ubyte(\.gz)?$/.test(entry))) return loadMnist(folder);
  if (entries.some((entry) => /_batch(_\d)?\.bin(\.gz)?$/.test(entry))) return loadCifar10(folder);
  throw new ThermoError(
    `data folder ${folder} holds neither MNIST's files (train-images-idx3-ubyte.gz, ...) nor CIFAR-10's (data_batch_1.bin.gz, ...): name a folder that does`,
  );
}
