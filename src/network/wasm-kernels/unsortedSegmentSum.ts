import * as tf from '@tensorflow/tfjs';

/**
 * Sums the rows of x that share a segment, as a scatter whose duplicates add up: the gradient of an embedding.
 *
 *   y[s, ...] = sum over n with segmentIds[n] = s of x[n, ...]
 *
 * Inputs x [n, ...] and segmentIds [n], result [numSegments, ...]. As on the other backends, rows whose segment lies
 * outside [0, numSegments) are left out: they go to a row of their own that is cut off.
 */
export const unsortedSegmentSum: tf.KernelConfig = {
  kernelName: tf.UnsortedSegmentSum,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, segmentIds } = inputs as unknown as { x: tf.Tensor; segmentIds: tf.Tensor };
    const { numSegments } = attrs as unknown as tf.UnsortedSegmentSumAttrs;
    const rowShape = x.shape.slice(segmentIds.rank);
    const rowLength = tf.util.sizeFromShape(rowShape);
    return tf.tidy(() => {
      const ids = tf.reshape(segmentIds, [-1, 1]);
      const isInside = tf.logicalAnd(tf.greaterEqual(ids, 0), tf.less(ids, numSegments));
      const rows = tf.where(isInside, ids, tf.fill(ids.shape, numSegments, 'int32'));
      const sums = tf.scatterND(rows, tf.reshape(x, [segmentIds.size, rowLength]), [
        numSegments + 1,
        rowLength,
      ]);
      return tf.reshape(tf.slice(sums, [0, 0], [numSegments, rowLength]), [numSegments, ...rowShape]);
    });
  },
};
