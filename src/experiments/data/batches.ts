import * as tf from '@tensorflow/tfjs';
import { match } from 'ts-pattern';
import { requireCount, ThermoError } from '../../error.js';
import type { Dataset } from './dataset.js';
import { type Examples, examplesTensors } from './examplesTensors.js';
import { sampleFromEpochs } from './sampleFromEpochs.js';
import { sampleWithReplacement } from './sampleWithReplacement.js';

/** How training batches are drawn. */
export interface BatchOptions {
  /** Images in a batch, at least 1. */
  readonly batchSize: number;
  /** Whole number in 0..4294967295; the same seed gives the same batches. */
  readonly seed: number;
  /** The step whose batch comes first; 0 unless a run is resumed. */
  readonly firstStep?: number;
  /**
   * 'withReplacement' (default): every image of every batch is drawn independently, as in arXiv 2511.07308.
   * 'epochs': the set is shuffled anew for each pass; a batch may straddle two passes, so none is cut short.
   */
  readonly sampling?: 'withReplacement' | 'epochs';
}

/**
 * An endless tf.data.Dataset of training batches. The batch of step s is a pure function of the seed and s, so a run
 * resumed with `firstStep: s` sees the batches it would have seen. Give `batchesPerEpoch` to fitDataset, or `.take(n)`.
 *
 * @throws ThermoError when an option is out of its range
 */
export function batches(dataset: Dataset, options: BatchOptions): tf.data.Dataset<Examples> {
  const { seed, sampling = 'withReplacement' } = options;
  const batchSize = requireCount('batchSize', options.batchSize);
  const firstStep = requireCount('firstStep', options.firstStep ?? 0, 0);
  if (requireCount('seed', seed, 0) > 0xffff_ffff) {
    throw new ThermoError(`seed is ${seed}: pass a whole number of at most 4294967295`);
  }
  const count = dataset.train.labels.length;
  const numbersOfStep = match(sampling)
    .with('withReplacement', () => sampleWithReplacement(count, batchSize, seed))
    .with('epochs', () => sampleFromEpochs(count, batchSize, seed))
    .otherwise((other: never) => {
      throw new ThermoError(`sampling is ${String(other)}: pass 'withReplacement' or 'epochs'`);
    });
  const tensorsOf = examplesTensors(dataset);
  return tf.data.generator(function* () {
    for (let step = firstStep; ; step++) yield tensorsOf(dataset.train, numbersOfStep(step));
  });
}
