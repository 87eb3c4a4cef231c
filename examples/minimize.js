// An ordinary loop of minimize. The lines that make it a gas are marked with their number.
import * as tf from '@tensorflow/tfjs';
import { ThermoMonitor, ThermoSGD } from 'tfjs-thermo'; // 1
import { selectBackend } from 'tfjs-thermo/backend';

await selectBackend();
const steps = Number(process.argv[2] ?? 300);

// Two layers and a layer norm learn to tell on which side of a circle a point lies.
const inner = tf.variable(tf.randomNormal([2, 32], 0, 0.7, 'float32', 1), true, 'inner');
const outer = tf.variable(tf.randomNormal([32, 2], 0, 0.2, 'float32', 2), true, 'outer');
const normalize = (x) => {
  const { mean, variance } = tf.moments(x, 0, true);
  return tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-6)));
};
const loss = (size) =>
  tf.tidy(() => {
    const points = tf.randomUniform([size, 2], -1, 1);
    const inside = tf.cast(tf.less(tf.sum(tf.square(points), 1), 0.6), 'int32');
    // A second power makes the features that a circle needs.
    const hidden = tf.square(normalize(tf.matMul(points, inner)));
    return tf.losses.softmaxCrossEntropy(tf.oneHot(inside, 2), tf.matMul(hidden, outer));
  });

const optimizer = new ThermoSGD({
  effectiveLearningRate: 0.05,
  weightDecay: 0.01,
  invariant: ['inner'],
  others: { learningRate: 0.05 },
}); // 2
const monitor = new ThermoMonitor({ optimizer, noise: { source: { batchSize: 64, loss } } });

for (let step = 1; step <= steps; step += 1) {
  optimizer.minimize(() => loss(64));
  const gas = await monitor.step(); // 3
  if (gas !== null && step % 100 === 0) {
    const { temperature, volume, totalCompressibility, internalEnergy } = gas.state;
    console.log(
      `step ${step}: loss ${internalEnergy.toFixed(3)}, T ${temperature.toExponential(2)}, ` +
        `V ${volume.toFixed(3)}, Z_tot ${totalCompressibility.toFixed(2)}`,
    );
  }
}
