import * as tf from '@tensorflow/tfjs';

/** Draws batches from a fixed set of examples, independently and with replacement; the same ones for the same seed. */
export function drawnBatches(xs: tf.Tensor, ys: tf.Tensor, seed: number) {
  const count = xs.shape[0]!;
  let state = seed >>> 0;
  return (size: number): { xs: tf.Tensor; ys: tf.Tensor } =>
    tf.tidy(() => {
      const places = Int32Array.from({ length: size }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * count);
      });
      const chosen = tf.tensor1d(places, 'int32');
      return { xs: tf.gather(xs, chosen), ys: tf.gather(ys, chosen) };
    });
}
