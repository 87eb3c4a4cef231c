import * as tf from '@tensorflow/tfjs';
import { axesOf2d } from './convolutionAxis.js';
import { insertZeros } from './insertZeros.js';

/**
 * The gradient of a depthwise convolution to its filter, one tap after the other.
 *
 *   dW[u, v, c, m] = sum over b, i, j of x[b, s i + u, s j + v, c] dy[b, i, j, c M + m]
 *
 * Each tap is the part of x (padded as in the forward pass) which it saw, times dy, summed over batch and places. With
 * dy spread by the strides that part is a plain slice; the backend's strided slices are far slower.
 * Inputs x [b, h, w, c] and dy [b, i, j, c M], result of shape `filterShape` [u, v, c, M].
 */
export const depthwiseConv2dBackpropFilter: tf.KernelConfig = {
  kernelName: tf.DepthwiseConv2dNativeBackpropFilter,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, dy } = inputs as unknown as { x: tf.Tensor4D; dy: tf.Tensor4D };
    const { strides, pad, dimRoundingMode, filterShape } =
      attrs as unknown as tf.DepthwiseConv2dNativeBackpropFilterAttrs;
    const [rows, columns] = axesOf2d(
      tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad, dimRoundingMode, true),
    );
    const [filterHeight, filterWidth, channels, multiplier] = filterShape;
    return tf.tidy(() => {
      const padded = tf.pad(x, [
        [0, 0],
        [rows.before, rows.after],
        [columns.before, columns.after],
        [0, 0],
      ]);
      const spread = insertZeros(dy, [rows.stride, columns.stride]);
      const [batch, height, width] = spread.shape;
      const places = batch * height * width;
      const outputGradient = tf.reshape(spread, [places, channels, multiplier]);
      const ones = tf.ones([1, places]);
      const tap = (row: number, column: number): tf.Tensor =>
        tf.tidy(() => {
          const seen = tf.slice(padded, [0, row, column, 0], [batch, height, width, channels]);
          const products = tf.mul(tf.reshape(seen, [places, channels, 1]), outputGradient);
          // A product with ones is the backend's fastest sum over its leading axis.
          return tf.matMul(ones, tf.reshape(products, [places, channels * multiplier]));
        });
      const taps = Array.from({ length: filterHeight * filterWidth }, (_, index) =>
        tap(Math.floor(index / filterWidth), index % filterWidth),
      );
      return tf.reshape(tf.stack(taps), filterShape);
    });
  },
};
