import * as tf from '@tensorflow/tfjs';
import { axesOf2d } from './convolutionAxis.js';
import { cutToInput, zerosAround } from './inputGradientWindow.js';
import { insertZeros } from './insertZeros.js';

/**
 * The gradient of a depthwise convolution to its input, as a depthwise convolution with the flipped filter.
 *
 *   dx[b, y, z, c] = sum over u, v, m of dy[b, (y + top - u) / s, (z + left - v) / s, c M + m] W[u, v, c, m]
 *
 * Each of the M outputs of a channel is convolved by itself, then they are summed.
 * Inputs dy [b, i, j, c M] and filter [u, v, c, M], result of shape `inputShape`.
 */
export const depthwiseConv2dBackpropInput: tf.KernelConfig = {
  kernelName: tf.DepthwiseConv2dNativeBackpropInput,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { dy, filter } = inputs as unknown as { dy: tf.Tensor4D; filter: tf.Tensor4D };
    const { strides, pad, dimRoundingMode, inputShape } =
      attrs as unknown as tf.DepthwiseConv2dNativeBackpropInputAttrs;
    const axes = axesOf2d(
      tf.backend_util.computeConv2DInfo(inputShape, filter.shape, strides, 1, pad, dimRoundingMode, true),
    );
    const [rows, columns] = axes;
    const [filterHeight, filterWidth, channels, multiplier] = filter.shape;
    return tf.tidy(() => {
      const spread = insertZeros(dy, [rows.stride, columns.stride]);
      const flipped: tf.Tensor4D = tf.reshape(tf.reverse(filter, [0, 1]), [
        filterHeight,
        filterWidth,
        channels * multiplier,
        1,
      ]);
      const padding: tf.backend_util.ExplicitPadding = [
        [0, 0],
        zerosAround(rows),
        zerosAround(columns),
        [0, 0],
      ];
      const perOutput = cutToInput(tf.depthwiseConv2d(spread, flipped, 1, padding), axes);
      return multiplier === 1 ? perOutput : tf.sum(tf.reshape(perOutput, [...inputShape, multiplier]), 4);
    });
  },
};
