import * as tf from '@tensorflow/tfjs';
import { chunks, type Dataset } from '../data/index.js';

/** How well a model does on the test set. */
export interface Evaluation {
  /** Share of images whose class has the largest logit. */
  readonly testAccuracy: number;
  /** Mean cross-entropy in nats. */
  readonly testLoss: number;
}

/** Images at a time: large enough to keep the device busy, small enough for its memory. */
const chunkSize = 500;

/** Evaluates a model of logits on the test images, with the moving averages of its normalizations. */
export async function evaluate(model: tf.LayersModel, dataset: Dataset): Promise<Evaluation> {
  let correct = 0;
  let loss = 0;
  await chunks(dataset, 'test', chunkSize).forEachAsync(async ({ xs, ys }) => {
    const sums = tf.tidy(() => {
      const logits = model.predict(xs) as tf.Tensor2D;
      const hits = tf.equal(tf.argMax(logits, 1), tf.argMax(ys, 1));
      const losses = tf.losses.softmaxCrossEntropy(ys, logits, undefined, undefined, tf.Reduction.SUM);
      return tf.stack([tf.sum(tf.cast(hits, 'float32')), tf.cast(losses, 'float32')]);
    });
    tf.dispose([xs, ys]);
    const values = await sums.data();
    sums.dispose();
    correct += values[0]!;
    loss += values[1]!;
  });
  const count = dataset.test.labels.length;
  return { testAccuracy: correct / count, testLoss: loss / count };
}
