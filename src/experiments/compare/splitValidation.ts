import { ThermoError } from '../../error.js';
import { createDataset, type Dataset, type LabelledImages } from '../data/index.js';

/**
 * The training images of a dataset cut in two: the last share of them in place of the test images, which are left out.
 *
 * @param share of the images, in (0, 1)
 * @throws ThermoError when a part would be empty.
 */
export function splitValidation(dataset: Dataset, share: number): Dataset {
  const { name, images, classes, train } = dataset;
  const count = train.labels.length;
  const kept = count - Math.round(share * count);
  if (kept === 0 || kept === count) {
    throw new ThermoError(
      `validationShare is ${share}, which leaves ${kept} of ${count} images to train on: pass a share that leaves some on both sides`,
    );
  }
  const size = images.width * images.height * images.channels;
  const part = (from: number, to: number): LabelledImages => ({
    images: train.images.subarray(from * size, to * size),
    labels: train.labels.subarray(from, to),
  });
  return createDataset({ name, images, classes, train: part(0, kept), test: part(kept, count) });
}
