import * as tf from '@tensorflow/tfjs';

/** Filters and strides. */
const convolutions = [
  [16, 1],
  [32, 2],
  [64, 2],
  [64, 1],
] as const;

/** A seeded ConvNet of 61,000 weights for 32 x 32 x 3 images of ten classes, with batch norm. */
export function cifarConvNet(): tf.Sequential {
  const model = tf.sequential();
  convolutions.forEach(([filters, strides], i) => {
    model.add(
      tf.layers.conv2d({
        ...(i === 0 ? { inputShape: [32, 32, 3] } : {}),
        filters,
        strides,
        kernelSize: 3,
        padding: 'same',
        useBias: false,
        kernelInitializer: tf.initializers.heNormal({ seed: i }),
      }),
    );
    model.add(tf.layers.batchNormalization());
    model.add(tf.layers.activation({ activation: 'relu' }));
  });
  model.add(tf.layers.globalAveragePooling2d({}));
  model.add(tf.layers.dense({ units: 10, kernelInitializer: tf.initializers.glorotUniform({ seed: 99 }) }));
  return model;
}
