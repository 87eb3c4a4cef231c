import * as tf from '@tensorflow/tfjs';

/**
 * Repeats a row n times as the product of a column of n ones with it, which is exact. The gradient of batch
 * normalization repeats each channel's number over batch and places, and the backend's own loop, to which all other
 * tilings go, takes about fifty times as long for that.
 * Input x, repetitions `reps` by axis.
 */
export function tileLeadingAxes(original: tf.KernelConfig): tf.KernelConfig {
  return {
    ...original,
    kernelFunc: (call) => {
      const { x } = call.inputs as unknown as { x: tf.Tensor };
      const { reps } = call.attrs as unknown as tf.TileAttrs;
      const firstKept = x.shape.findIndex((size) => size !== 1);
      const repeatsOneRow = firstKept > 0 && reps.slice(firstKept).every((times) => times === 1);
      if (!repeatsOneRow || x.dtype !== 'float32') return original.kernelFunc(call);
      const rows = tf.util.sizeFromShape(reps);
      return tf.tidy(() => {
        const repeated = tf.matMul(tf.ones([rows, 1]), tf.reshape(x, [1, x.size]));
        return tf.reshape(
          repeated,
          x.shape.map((size, axis) => size * reps[axis]!),
        );
      });
    },
  };
}
