import * as tf from '@tensorflow/tfjs';
import type { NetworkOptions } from './network.js';

/** Strides of the four 3 x 3 convolutions. */
const strides = [1, 2, 2, 1] as const;

/** Filters of the four convolutions where no others are asked for. */
const digitFilters = [8, 16, 32, 32] as const;

/**
 * Four bias-free 3 x 3 convolutions (the middle two with stride 2), each batch-normalized and rectified: with 8, 16, 32 and
 * 32 filters 7 x 7 x 32 features of a 28 x 28 image. On 28 x 28 x 1 images the kernels then have d = 15,048 weights, all
 * scale-invariant.
 */
export function fourConvolutions(
  { images, seed }: NetworkOptions,
  initializer: (seed: number) => ReturnType<typeof tf.initializers.zeros>,
  filters: readonly [number, number, number, number] = digitFilters,
): { input: tf.SymbolicTensor; features: tf.SymbolicTensor } {
  const input = tf.input({ shape: [images.height, images.width, images.channels] });
  let tensor = input;
  strides.forEach((stride, i) => {
    const position = i + 1;
    tensor = tf.layers
      .conv2d({
        name: `conv${position}`,
        filters: filters[i]!,
        strides: stride,
        kernelSize: 3,
        padding: 'same',
        useBias: false,
        kernelInitializer: initializer(seed * 10 + i),
      })
      .apply(tensor) as tf.SymbolicTensor;
    // A large epsilon would leak: the loss would feel the scale of small weights. The averages follow quickly, since in an
    // expansion of the gas the features' scale moves with the radius.
    tensor = tf.layers
      .batchNormalization({ name: `norm${position}`, epsilon: 1e-5, momentum: 0.9 })
      .apply(tensor) as tf.SymbolicTensor;
    tensor = tf.layers
      .activation({ name: `relu${position}`, activation: 'relu' })
      .apply(tensor) as tf.SymbolicTensor;
  });
  return { input, features: tensor };
}
