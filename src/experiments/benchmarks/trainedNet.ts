import * as tf from '@tensorflow/tfjs';
import { cifarConvNet } from './cifarConvNet.js';

const batchSize = 128;

/** A compiled net with the batch that it trains on. */
export interface TrainedNet {
  readonly model: tf.Sequential;
  /** One training step. */
  step(): Promise<void>;
  dispose(): void;
}

/** The CIFAR-sized ConvNet at batch 128, on seeded noise. */
export function trainedNet(optimizer: (model: tf.Sequential) => tf.Optimizer): TrainedNet {
  const model = cifarConvNet();
  model.compile({
    optimizer: optimizer(model),
    loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  const ys = tf.tidy(() => tf.oneHot(tf.mod(tf.range(0, batchSize, 1, 'int32'), tf.scalar(10, 'int32')), 10));
  const xs = tf.randomNormal([batchSize, 32, 32, 3], 0, 1, 'float32', 7);
  return {
    model,
    async step() {
      await model.trainOnBatch(xs, ys);
    },
    dispose() {
      model.optimizer.dispose();
      model.dispose();
      tf.dispose([xs, ys]);
    },
  };
}
