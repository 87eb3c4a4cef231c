import * as tf from '@tensorflow/tfjs';

/** Two normalized dense layers with seeded dropout and a head, for 6 numbers of 3 classes; a step takes a few milliseconds. */
export function tinyNet(seed = 1): tf.Sequential {
  const kernelInitializer = (offset: number) => tf.initializers.heNormal({ seed: seed + offset });
  return tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [6], units: 5, useBias: false, kernelInitializer: kernelInitializer(0) }),
      tf.layers.batchNormalization({ epsilon: 1e-5 }),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.dropout({ rate: 0.2, seed: 5 }),
      tf.layers.dense({ units: 4, useBias: false, kernelInitializer: kernelInitializer(1) }),
      tf.layers.batchNormalization({ epsilon: 1e-5 }),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.dense({ units: 3, kernelInitializer: kernelInitializer(2) }),
    ],
  });
}

/** Compiles a net of logits. */
export function compileLogits<T extends tf.LayersModel>(model: T, optimizer: tf.Optimizer): T {
  model.compile({
    optimizer,
    loss: (labels: tf.Tensor, logits: tf.Tensor) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  return model;
}

/** Seeded examples whose class shifts their mean; the caller disposes them. */
export function tinyExamples(count: number, seed = 1): { xs: tf.Tensor2D; ys: tf.Tensor2D } {
  return tf.tidy(() => {
    const labels = tf.tensor1d(
      Array.from({ length: count }, (_, i) => (i * 7 + seed) % 3),
      'int32',
    );
    const ys = tf.cast(tf.oneHot(labels, 3), 'float32') as tf.Tensor2D;
    const noise = tf.randomNormal([count, 6], 0, 1, 'float32', 100 + seed);
    return { xs: tf.add(noise, tf.concat([ys, ys], 1)) as tf.Tensor2D, ys };
  });
}

/** Every weight of a model, trained or not, as bits. */
export async function bitsOf(model: tf.LayersModel): Promise<Uint32Array[]> {
  return Promise.all(
    model.weights.map(async (weight) => new Uint32Array((await weight.read().data()).slice().buffer)),
  );
}
