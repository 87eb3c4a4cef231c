import * as tf from '@tensorflow/tfjs';
import { requireCount } from '../../error.js';
import type { Dataset } from './dataset.js';
import { type Examples, examplesTensors } from './examplesTensors.js';

/**
 * A whole part of a dataset in order, in chunks of `size` images (the last may be smaller), for model.evaluateDataset
 * or a full gradient.
 *
 * @param size images in a chunk, at least 1
 */
export function chunks(dataset: Dataset, part: 'train' | 'test', size: number): tf.data.Dataset<Examples> {
  requireCount('size', size);
  const chosen = dataset[part];
  const count = chosen.labels.length;
  const tensorsOf = examplesTensors(dataset);
  return tf.data.generator(function* () {
    for (let start = 0; start < count; start += size) {
      const length = Math.min(size, count - start);
      yield tensorsOf(
        chosen,
        Uint32Array.from({ length }, (_, i) => start + i),
      );
    }
  });
}
