import * as tf from '@tensorflow/tfjs';

/** Two convolutions with batch norm and a dense head for 12 x 12 x 1 images of ten classes; seeded. */
export function smallConvNet(seed = 1): tf.Sequential {
  const initializer = (offset: number) => tf.initializers.heNormal({ seed: seed + offset });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [12, 12, 1],
        filters: 4,
        kernelSize: 3,
        useBias: false,
        kernelInitializer: initializer(0),
      }),
      tf.layers.batchNormalization({ epsilon: 1e-5 }),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.conv2d({
        filters: 6,
        kernelSize: 3,
        strides: 2,
        useBias: false,
        kernelInitializer: initializer(1),
      }),
      tf.layers.batchNormalization({ epsilon: 1e-5 }),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, kernelInitializer: initializer(2) }),
    ],
  });
}

/** A seeded batch of noisy blobs, one place for each class; small, but learnable. */
export function digitBatch(size: number, seed: number): { xs: tf.Tensor4D; ys: tf.Tensor2D } {
  return tf.tidy(() => {
    const labels = Array.from({ length: size }, (_, i) => (i * 7 + seed * 3) % 10);
    const places = tf.tensor1d(labels, 'int32');
    const patterns = tf.randomNormal([10, 12, 12, 1], 0, 1, 'float32', 99);
    const noise = tf.randomNormal([size, 12, 12, 1], 0, 1, 'float32', 1000 + seed);
    return {
      xs: tf.add(tf.gather(patterns, places), noise) as tf.Tensor4D,
      ys: tf.cast(tf.oneHot(places, 10), 'float32') as tf.Tensor2D,
    };
  });
}
