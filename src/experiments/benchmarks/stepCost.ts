import * as tf from '@tensorflow/tfjs';
import { ThermoMonitor, ThermoSGD } from '../../network/index.js';
import { cifarConvNet } from './cifarConvNet.js';
import { pairedRatio, type PairedRatio, type PairedTimes } from './pairedRatio.js';

const batchSize = 128;
/** Steps in a pair: in as many the monitor at its default cadence estimates the noise once and reads two or three times. */
const pairSteps = 50;
/** Steps before the first pair. */
const warmUps = 10;

/**
 * A whole training step with ThermoSGD and a monitor at its default cadence over one with tf.train.momentum. They take
 * turns step by step, each as often first; a pair is the fifty steps in which everything is paid for.
 */
export async function stepCost(
  pairs: number,
  onProgress: (share: number) => void = () => {},
): Promise<PairedRatio> {
  const plain = subject(() => tf.train.momentum(0.01, 0.9));
  const thermo = subject(
    (model) =>
      new ThermoSGD({ effectiveLearningRate: 1e-4, weightDecay: 1e-3, momentum: 0.9, invariant: model }),
  );
  const monitor = new ThermoMonitor({ model: thermo.model });
  const stepOf = [
    () => train(plain),
    async () => {
      await train(thermo);
      await monitor.step();
    },
  ] as const;
  const both = async (steps: number): Promise<PairedTimes> => {
    const spent: [number, number] = [0, 0];
    for (let step = 0; step < steps; step += 1) {
      for (const which of step % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const start = performance.now();
        await stepOf[which]();
        spent[which] += performance.now() - start;
      }
    }
    return [spent[0] / steps, spent[1] / steps];
  };
  try {
    await both(warmUps);
    const times: PairedTimes[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      times.push(await both(pairSteps));
      onProgress((pair + 1) / pairs);
    }
    return pairedRatio(times);
  } finally {
    monitor.dispose();
    [plain, thermo].forEach(disposeSubject);
  }
}

interface Subject {
  readonly model: tf.Sequential;
  readonly xs: tf.Tensor4D;
  readonly ys: tf.Tensor2D;
}

function subject(optimizer: (model: tf.Sequential) => tf.Optimizer): Subject {
  const model = cifarConvNet();
  model.compile({
    optimizer: optimizer(model),
    loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  const labels = tf.tidy(() =>
    tf.oneHot(tf.mod(tf.range(0, batchSize, 1, 'int32'), tf.scalar(10, 'int32')), 10),
  );
  return {
    model,
    xs: tf.randomNormal([batchSize, 32, 32, 3], 0, 1, 'float32', 7),
    ys: labels as tf.Tensor2D,
  };
}

function disposeSubject({ model, xs, ys }: Subject): void {
  model.optimizer.dispose();
  model.dispose();
  tf.dispose([xs, ys]);
}

async function train({ model, xs, ys }: Subject): Promise<void> {
  await model.trainOnBatch(xs, ys);
}
