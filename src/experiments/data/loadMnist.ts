import { ThermoError } from '../../error.js';
import { createDataset } from './createDataset.js';
import type { Dataset, ImageShape, LabelledImages } from './dataset.js';
import { parseIdxImages } from './parseIdxImages.js';
import { parseIdxLabels } from './parseIdxLabels.js';
import { readDataFile } from './readDataFile.js';

/**
 * Reads MNIST, or any set in its format, from a folder with its four IDX files, each plain or gzip (`.gz`):
 * train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte.
 *
 * @throws ThermoError naming the file, what is wrong with it and the remedy
 */
export async function loadMnist(folder: string): Promise<Dataset> {
  const train = await readPart(folder, 'train');
  const test = await readPart(folder, 't10k');
  if (train.shape.width !== test.shape.width || train.shape.height !== test.shape.height) {
    throw new ThermoError(
      `${folder}: training images are ${train.shape.width}x${train.shape.height}, test images ${test.shape.width}x${test.shape.height}: take both from one set`,
    );
  }
  return createDataset({
    name: 'MNIST',
    images: train.shape,
    classes: 10,
    train: train.part,
    test: test.part,
  });
}

async function readPart(
  folder: string,
  prefix: string,
): Promise<{ shape: ImageShape; part: LabelledImages }> {
  const imagesFile = await readDataFile(folder, `${prefix}-images-idx3-ubyte`);
  const labelsFile = await readDataFile(folder, `${prefix}-labels-idx1-ubyte`);
  const { count, width, height, pixels } = parseIdxImages(imagesFile.bytes, imagesFile.file);
  const labels = parseIdxLabels(labelsFile.bytes, labelsFile.file);
  if (labels.length !== count) {
    throw new ThermoError(
      `${labelsFile.file} holds ${labels.length} labels for the ${count} images of ${imagesFile.file}: take both files from one set`,
    );
  }
  return { shape: { width, height, channels: 1 }, part: { images: pixels, labels } };
}
