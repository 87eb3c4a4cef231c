import { requireCount } from '../../error.js';
import { createDataset } from './createDataset.js';
import type { Dataset, LabelledImages } from './dataset.js';

/**
 * The first images of each part of a dataset, or all where it holds fewer; pixels are measured anew.
 *
 * @param counts how many training and test images to keep, each at least 1; a part not named is kept whole
 */
export function firstExamples(
  dataset: Dataset,
  counts: { readonly train?: number; readonly test?: number },
): Dataset {
  const { width, height, channels } = dataset.images;
  const first = (part: LabelledImages, count: number): LabelledImages => ({
    images: part.images.subarray(0, count * width * height * channels),
    labels: part.labels.subarray(0, count),
  });
  const { name, images, classes, train, test } = dataset;
  return createDataset({
    name,
    images,
    classes,
    train: first(train, requireCount('train', counts.train ?? train.labels.length)),
    test: first(test, requireCount('test', counts.test ?? test.labels.length)),
  });
}
