import * as tf from '@tensorflow/tfjs';
import { ThermoSGD } from '../../network/index.js';
import { cifarConvNet } from './cifarConvNet.js';
import { pairedRatio, type PairedRatio, type PairedTimes } from './pairedRatio.js';

const warmUps = 20;
const pairs = 300;

/** applyGradients of ThermoSGD over that of tf.train.momentum, on the gradients of one ConvNet in turn. */
export function applyCost(): PairedRatio {
  const model = cifarConvNet();
  const gradients = model.trainableWeights.map((weight, i) => ({
    name: (weight.read() as tf.Variable).name,
    tensor: tf.randomNormal(weight.read().shape, 0, 1e-3, 'float32', i),
  }));
  const optimizers = [
    tf.train.momentum(1e-4, 0.9),
    new ThermoSGD({ effectiveLearningRate: 1e-8, weightDecay: 1e-3, momentum: 0.9, invariant: model }),
  ] as const;
  const time = (optimizer: tf.Optimizer): number => {
    const start = performance.now();
    optimizer.applyGradients(gradients);
    return performance.now() - start;
  };
  try {
    for (let i = 0; i < warmUps; i += 1) optimizers.forEach(time);
    return pairedRatio(
      Array.from({ length: pairs }, (): PairedTimes => [time(optimizers[0]), time(optimizers[1])]),
    );
  } finally {
    tf.dispose(gradients.map(({ tensor }) => tensor));
    optimizers.forEach((optimizer) => optimizer.dispose());
    model.dispose();
  }
}
