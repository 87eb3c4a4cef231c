import * as tf from '@tensorflow/tfjs';
import { axesOf2d } from './convolutionAxis.js';

/**
 * The gradient of a 2D convolution to its filter, as one more convolution.
 *
 *   dW[u, v, c, k] = sum over b, i, j of x[b, s i + u, s j + v, c] dy[b, i, j, k]
 *
 * Read with channels as the batch and the batch as channels, this convolves x (padded as in the forward pass) with dy
 * held as a filter, at stride 1 and dilation s. Inputs x [b, h, w, c] and dy [b, i, j, k], result [u, v, c, k].
 */
export const conv2dBackpropFilter: tf.KernelConfig = {
  kernelName: tf.Conv2DBackpropFilter,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, dy } = inputs as unknown as { x: tf.Tensor4D; dy: tf.Tensor4D };
    const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
    const [rows, columns] = axesOf2d(
      tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad, dimRoundingMode),
    );
    const [height, width, channelsIn, channelsOut] = filterShape;
    return tf.tidy(() => {
      const gradient = tf.conv2d(
        tf.transpose(x, [3, 1, 2, 0]),
        tf.transpose(dy, [1, 2, 0, 3]),
        1,
        [
          [0, 0],
          [rows.before, rows.after],
          [columns.before, columns.after],
          [0, 0],
        ],
        'NHWC',
        [rows.stride, columns.stride],
      );
      // Places of x that no stride reached show up as extra taps behind the filter's own.
      const taps = tf.slice(gradient, [0, 0, 0, 0], [channelsIn, height, width, channelsOut]);
      return tf.transpose(taps, [1, 2, 0, 3]);
    });
  },
};
