// An ordinary model.fit script. The lines that make it a gas are marked with their number.
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { ThermoMonitor, ThermoSGD } from 'tfjs-thermo'; // 1
import { selectBackend } from 'tfjs-thermo/backend';
import { firstExamples, loadDataset, tensorsOf } from 'tfjs-thermo/experiments';

await selectBackend();
const epochs = Number(process.argv[2] ?? 3);

const digits = firstExamples(await loadDataset(fileURLToPath(new URL('./data/mnist', import.meta.url))), {
  train: 1280,
});
const { xs, ys } = tensorsOf(digits, 'train');

const model = tf.sequential({
  layers: [
    tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, strides: 2, useBias: false }),
    tf.layers.batchNormalization({ epsilon: 1e-5 }),
    tf.layers.reLU(),
    tf.layers.conv2d({ filters: 16, kernelSize: 3, strides: 2, useBias: false }),
    tf.layers.batchNormalization({ epsilon: 1e-5 }),
    tf.layers.reLU(),
    tf.layers.flatten(),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
model.compile({
  optimizer: new ThermoSGD({ effectiveLearningRate: 0.02, weightDecay: 0.02, others: { learningRate: 0.1 } }), // 2
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});

const monitor = new ThermoMonitor({ model, every: 5, noise: { every: 5 } }); // 3
const { history } = await model.fit(xs, ys, { epochs, batchSize: 64, callbacks: [monitor], verbose: 0 });

history.loss.forEach((loss, epoch) => {
  const [temperature, volume, compressibility] = [history.T[epoch], history.V[epoch], history.Z_tot[epoch]];
  console.log(
    `epoch ${epoch + 1}: loss ${loss.toFixed(3)}, accuracy ${history.acc[epoch].toFixed(3)}, ` +
      `T ${temperature.toExponential(2)}, V ${volume.toFixed(2)}, Z_tot ${compressibility.toFixed(2)}`,
  );
});
