import * as tf from '@tensorflow/tfjs';
import { batches, type Dataset } from '../data/index.js';

/** Batches after which an average of decay .9 keeps 1.5 % of what it was. */
const count = 40;
/** Of batches that no run trains on in this order. */
const seed = 2001;

/**
 * Brings the moving averages of batch normalization to the weights as they are, by forward passes over training images.
 *
 * While the volume moves, the features' scale moves with it and averages lag behind: a network that trains well is then tested
 * with statistics of weights it no longer has. Training itself uses those of its batches and is not changed.
 */
export async function settleAverages(
  model: tf.LayersModel,
  dataset: Dataset,
  batchSize: number,
): Promise<void> {
  await batches(dataset, { batchSize, seed })
    .take(count)
    .forEachAsync(({ xs, ys }) => {
      tf.tidy(() => {
        model.apply(xs, { training: true });
      });
      tf.dispose([xs, ys]);
    });
}
