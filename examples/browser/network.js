import { size } from './digits.js';

const { layers, initializers } = tf;

/** Three convolutions. Each stands before a batch norm, so that the scale of its kernel does not matter: these are the gas. */
export function digitsNetwork() {
  const convolution = (filters, options = {}) => [
    layers.conv2d({
      filters,
      kernelSize: 3,
      strides: 2,
      padding: 'same',
      useBias: false,
      kernelInitializer: initializers.heNormal({ seed: filters }),
      ...options,
    }),
    layers.batchNormalization({ epsilon: 1e-5, momentum: 0.9 }),
    layers.reLU(),
  ];
  return tf.sequential({
    layers: [
      ...convolution(8, { inputShape: [size, size, 1] }),
      ...convolution(16),
      ...convolution(32),
      layers.flatten(),
      layers.dense({ units: 10, kernelInitializer: initializers.glorotUniform({ seed: 1 }) }),
    ],
  });
}
