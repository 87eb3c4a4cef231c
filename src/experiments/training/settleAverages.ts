import * as tf from '@tensorflow/tfjs';
import { batches, type Dataset } from '../data/index.js';

/** Batches that the averages are taken over. */
const count = 40;
/** Of batches that no run trains on in this order. */
const seed = 2001;

/**
 * Brings the moving averages of batch normalization to the weights as they are, by forward passes over training images.
 *
 * While the volume moves, the features' scale moves with it and averages lag behind: a network that trains well is then tested
 * with statistics of weights it no longer has. Training itself uses those of its batches and is not changed.
 *
 * Taken from 0 and divided by 1 - m^n, which takes that 0 out, they depend on the weights alone: a run that was stopped and
 * tested once more ends with the same averages.
 */
export async function settleAverages(
  model: tf.LayersModel,
  dataset: Dataset,
  batchSize: number,
): Promise<void> {
  const normalizations = model.layers.filter((layer) => layer.getClassName() === 'BatchNormalization');
  const change = (changed: (average: tf.Tensor, momentum: number) => tf.Tensor): void => {
    for (const normalization of normalizations) {
      const momentum = normalization.getConfig()['momentum'] as number;
      for (const average of normalization.weights.slice(-2)) {
        tf.tidy(() => void average.write(changed(average.read(), momentum)));
      }
    }
  };
  change((average) => tf.zerosLike(average));
  await batches(dataset, { batchSize, seed })
    .take(count)
    .forEachAsync(({ xs, ys }) => {
      tf.tidy(() => {
        model.apply(xs, { training: true });
      });
      tf.dispose([xs, ys]);
    });
  change((average, momentum) => tf.div(average, 1 - momentum ** count));
}
