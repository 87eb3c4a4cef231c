import * as tf from '@tensorflow/tfjs';
import { axesOf2d } from './convolutionAxis.js';
import { cutToInput, zerosAround } from './inputGradientWindow.js';
import { insertZeros } from './insertZeros.js';

/**
 * The gradient of a 2D convolution to its input, as a convolution with the flipped filter.
 *
 *   dx[b, y, z, c] = sum over u, v, k of dy[b, (y + top - u) / s, (z + left - v) / s, k] W[u, v, c, k]
 *
 * where only whole indices count: dy is spread by the strides with zeros between. The wasm backend has this kernel, but
 * as a plain loop about ten times slower than its convolutions, so this one takes its place.
 * Inputs dy [b, i, j, k] and filter [u, v, c, k], result of shape `inputShape`.
 */
export const conv2dBackpropInput: tf.KernelConfig = {
  kernelName: tf.Conv2DBackpropInput,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { dy, filter } = inputs as unknown as { dy: tf.Tensor4D; filter: tf.Tensor4D };
    const { strides, pad, dimRoundingMode, inputShape } = attrs as unknown as tf.Conv2DBackpropInputAttrs;
    const axes = axesOf2d(
      tf.backend_util.computeConv2DInfo(inputShape, filter.shape, strides, 1, pad, dimRoundingMode),
    );
    const [rows, columns] = axes;
    return tf.tidy(() => {
      const spread = insertZeros(dy, [rows.stride, columns.stride]);
      const flipped = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
      const padding: tf.backend_util.ExplicitPadding = [
        [0, 0],
        zerosAround(rows),
        zerosAround(columns),
        [0, 0],
      ];
      return cutToInput(tf.conv2d(spread, flipped, 1, padding), axes);
    });
  },
};
