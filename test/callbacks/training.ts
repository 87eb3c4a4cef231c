import * as tf from '@tensorflow/tfjs';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

/** A callback that logs a given value in each epoch, in place of a metric; the last one from then on. */
export class Logging extends tf.Callback {
  constructor(
    readonly name: string,
    readonly values: readonly number[],
  ) {
    super();
  }

  override async onEpochEnd(epoch: number, logs?: tf.Logs): Promise<void> {
    logs![this.name] = this.values[epoch] ?? this.values.at(-1)!;
  }
}

/** A tiny net with an optimizer, and batches for it. */
export function tinyTraining(optimizer: tf.Optimizer): {
  model: tf.Sequential;
  xs: tf.Tensor2D;
  ys: tf.Tensor2D;
  fit: (epochs: number, callbacks: unknown, more?: tf.ModelFitArgs) => Promise<tf.History>;
  fitDataset: (epochs: number, callbacks: unknown) => Promise<tf.History>;
} {
  const model = compileLogits(tinyNet(), optimizer);
  const { xs, ys } = tinyExamples(12);
  const dataset = tf.data.zip({ xs: tf.data.array(rowsOf(xs)), ys: tf.data.array(rowsOf(ys)) }).batch(6);
  return {
    model,
    xs,
    ys,
    fit: (epochs, callbacks, more = {}) =>
      model.fit(xs, ys, {
        batchSize: 6,
        verbose: 0,
        shuffle: false,
        ...more,
        epochs,
        callbacks: callbacks as tf.Callback[],
      }),
    fitDataset: (epochs, callbacks) =>
      model.fitDataset(dataset as never, { verbose: 0, epochs, callbacks: callbacks as tf.Callback[] }),
  };
}

function rowsOf(tensor: tf.Tensor2D): number[][] {
  return tensor.arraySync();
}

/** The learning rate of one of tf.train's optimizers. */
export function learningRateOf(optimizer: tf.Optimizer): number {
  return (optimizer as unknown as { learningRate: number }).learningRate;
}
