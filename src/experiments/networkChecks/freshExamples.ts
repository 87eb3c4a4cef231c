import type { Dataset } from '../data/index.js';
import { examplesTensors, type Examples } from '../data/examplesTensors.js';
import { sampleWithReplacement } from '../data/sampleWithReplacement.js';

/** What fresh examples are drawn for: each has a stream of its own, apart from that of the training's batches. */
const streams = { regulator: 0x4000_0000, witness: 0x8000_0000 } as const;

/** Draws examples of the training set with replacement, independently of the batches that are trained on. The caller disposes them. */
export function freshExamples(
  dataset: Dataset,
  seed: number,
  purpose: keyof typeof streams,
): (size: number) => Examples {
  const tensors = examplesTensors(dataset);
  let draws = 0;
  return (size) => {
    const numbersOf = sampleWithReplacement(
      dataset.train.labels.length,
      size,
      (seed + streams[purpose]) >>> 0,
    );
    return tensors(dataset.train, numbersOf(draws++));
  };
}
