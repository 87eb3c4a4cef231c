import * as tf from '@tensorflow/tfjs';
import { selectBackend } from '../../../src/network/backend/index.js';

const { name } = await selectBackend({ backend: process.argv[2]! });
const initializer = (seed: number) => tf.initializers.randomUniform({ minval: -0.3, maxval: 0.3, seed });
const model = tf.sequential({
  layers: [
    tf.layers.conv2d({
      filters: 4,
      kernelSize: 3,
      useBias: false,
      kernelInitializer: initializer(1),
      inputShape: [8, 8, 1],
    }),
    tf.layers.batchNormalization(),
    tf.layers.activation({ activation: 'relu' }),
    tf.layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, kernelInitializer: initializer(2) }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 3, kernelInitializer: initializer(3) }),
  ],
});
const x = tf.randomUniform([16, 8, 8, 1], -1, 1, 'float32', 4);
const y = tf.randomUniform([16, 3], -1, 1, 'float32', 5);
const optimizer = tf.train.sgd(0.1);
const losses: number[] = [];
for (let step = 0; step < 3; step++) {
  const loss = optimizer.minimize(
    () => tf.mean(tf.squaredDifference(model.apply(x, { training: true }) as tf.Tensor, y)),
    true,
  )!;
  losses.push((await loss.data())[0]!);
}
process.stdout.write(JSON.stringify({ name, used: tf.getBackend(), losses }));
