import * as tf from '@tensorflow/tfjs';
import type { Recorder } from '../../../control/index.js';
import { ThermoMonitor, ThermoSGD } from '../../../network/index.js';

const batchSize = 16;
const classes = 10;
const side = 12;

/** A training that can go on for ever. */
export interface SoakTraining {
  /** One step on a new batch, read and recorded. */
  step(): Promise<void>;
  dispose(): void;
}

/** A small ConvNet that learns ten patterns under fresh noise, read after every step. */
export function soakTraining(recorder: Recorder): SoakTraining {
  const model = smallConvNet();
  model.compile({
    optimizer: new ThermoSGD({
      effectiveLearningRate: 0.01,
      weightDecay: 0.01,
      momentum: 0.9,
      others: { learningRate: 0.01 },
    }),
    loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  const monitor = new ThermoMonitor({ model, every: 1, recorders: [recorder] });
  const patterns = tf.randomNormal([classes, side, side, 1], 0, 1, 'float32', 1);
  let steps = 0;
  return {
    async step() {
      steps += 1;
      const [xs, ys] = batch(patterns, steps);
      await model.trainOnBatch(xs, ys);
      tf.dispose([xs, ys]);
      await monitor.step();
    },
    dispose() {
      monitor.dispose();
      model.optimizer.dispose();
      model.dispose();
      patterns.dispose();
    },
  };
}

function batch(patterns: tf.Tensor, seed: number): [xs: tf.Tensor, ys: tf.Tensor] {
  return tf.tidy(() => {
    const labels = tf.tensor1d(
      Array.from({ length: batchSize }, (_, i) => (7 * i + seed) % classes),
      'int32',
    );
    const noise = tf.randomNormal([batchSize, side, side, 1], 0, 1, 'float32', seed);
    return [tf.add(tf.gather(patterns, labels), noise), tf.cast(tf.oneHot(labels, classes), 'float32')];
  });
}

function smallConvNet(): tf.Sequential {
  const kernel = (seed: number) => tf.initializers.heNormal({ seed });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [side, side, 1],
        filters: 4,
        kernelSize: 3,
        useBias: false,
        kernelInitializer: kernel(1),
      }),
      tf.layers.batchNormalization({}),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.flatten(),
      tf.layers.dense({ units: classes, kernelInitializer: kernel(2) }),
    ],
  });
}
