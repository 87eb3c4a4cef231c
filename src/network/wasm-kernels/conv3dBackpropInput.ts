import * as tf from '@tensorflow/tfjs';
import { axesOf3d } from './convolutionAxis.js';
import { cutToInput, zerosAround } from './inputGradientWindow.js';
import { insertZeros } from './insertZeros.js';

/**
 * The gradient of a 3D convolution to its input: as in 2D, the spread dy convolved with the flipped filter.
 *
 *   dx[b, ..., c] = sum over t, u, v, k of dy[b, (... + padding - (t, u, v)) / s, k] W[t, u, v, c, k]
 *
 * The wasm backend has this kernel, but it adds to memory that was never cleared, so that its result changes from call
 * to call; this one takes its place. Inputs dy [b, h, i, j, k] and filter [t, u, v, c, k], result of shape `inputShape`.
 */
export const conv3dBackpropInput: tf.KernelConfig = {
  kernelName: tf.Conv3DBackpropInputV2,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { dy, filter } = inputs as unknown as { dy: tf.Tensor5D; filter: tf.Tensor5D };
    const { strides, pad, inputShape } = attrs as unknown as tf.Conv3DBackpropInputV2Attrs;
    const axes = axesOf3d(tf.backend_util.computeConv3DInfo(inputShape, filter.shape, strides, 1, pad));
    return tf.tidy(() => {
      const spread = insertZeros(
        dy,
        axes.map((axis) => axis.stride),
      );
      const padded = tf.pad(spread, [[0, 0], ...axes.map(zerosAround), [0, 0]]);
      const flipped = tf.transpose(tf.reverse(filter, [0, 1, 2]), [0, 1, 2, 4, 3]);
      return cutToInput(tf.conv3d(padded, flipped, 1, 'valid'), axes);
    });
  },
};
