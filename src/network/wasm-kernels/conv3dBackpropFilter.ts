import * as tf from '@tensorflow/tfjs';
import { axesOf3d } from './convolutionAxis.js';
import { insertZeros } from './insertZeros.js';

/**
 * The gradient of a 3D convolution to its filter: as in 2D, x convolved with dy, the batch standing for the channels.
 *
 *   dW[t, u, v, c, k] = sum over b, h, i, j of x[b, s h + t, s i + u, s j + v, c] dy[b, h, i, j, k]
 *
 * The wasm backend has this kernel, but its result is wrong at strides other than 1, so this one takes its place.
 * Inputs x [b, d, h, w, c] and dy [b, h, i, j, k], result of shape `filterShape`.
 */
export const conv3dBackpropFilter: tf.KernelConfig = {
  kernelName: tf.Conv3DBackpropFilterV2,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, dy } = inputs as unknown as { x: tf.Tensor5D; dy: tf.Tensor5D };
    const { strides, pad, filterShape } = attrs as unknown as tf.Conv3DBackpropFilterV2Attrs;
    const axes = axesOf3d(tf.backend_util.computeConv3DInfo(x.shape, filterShape, strides, 1, pad));
    const [depth, height, width, channelsIn, channelsOut] = filterShape;
    return tf.tidy(() => {
      const padded = tf.pad(x, [
        [0, 0],
        ...axes.map((axis): [number, number] => [axis.before, axis.after]),
        [0, 0],
      ]);
      const spread = insertZeros(
        dy,
        axes.map((axis) => axis.stride),
      );
      const gradient = tf.conv3d(
        tf.transpose(padded, [4, 1, 2, 3, 0]),
        tf.transpose(spread, [1, 2, 3, 0, 4]),
        1,
        'valid',
      );
      // Places of x that no stride reached show up as extra taps behind the filter's own.
      const taps = tf.slice(gradient, [0, 0, 0, 0, 0], [channelsIn, depth, height, width, channelsOut]);
      return tf.transpose(taps, [1, 2, 3, 0, 4]);
    });
  },
};
