import { size } from './digits.js';

/** A small convolutional network. Its kernels stand before batch norms, so their scale does not matter: they are the gas. */
export function digitsNetwork() {
  const convolution = (filters, seed, options = {}) =>
    tf.layers.conv2d({
      filters,
      kernelSize: 3,
      strides: 2,
      useBias: false,
      kernelInitializer: tf.initializers.heNormal({ seed }),
      ...options,
    });
  const norm = () => tf.layers.batchNormalization({ epsilon: 1e-5, momentum: 0.9 });
  return tf.sequential({
    layers: [
      convolution(8, 1, { name: 'first', inputShape: [size, size, 1] }),
      norm(),
      tf.layers.reLU(),
      convolution(16, 2, { name: 'second' }),
      norm(),
      tf.layers.reLU(),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, kernelInitializer: tf.initializers.glorotUniform({ seed: 3 }) }),
    ],
  });
}
