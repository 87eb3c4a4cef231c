import type { Dataset } from './dataset.js';
import { examplesTensors, type Examples } from './examplesTensors.js';

/** A whole part of a dataset as tensors, for model.fit. The caller disposes them. */
export function tensorsOf(dataset: Dataset, part: 'train' | 'test'): Examples {
  const chosen = dataset[part];
  return examplesTensors(dataset)(chosen, Uint32Array.from(chosen.labels.keys()));
}
