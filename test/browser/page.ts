import * as tf from '@tensorflow/tfjs';
import { memoryRecorder, ThermoMonitor, ThermoSGD } from '../../src/index.js';
import { digitBatch, smallConvNet } from '../networks.js';

/** What the page did, for the test to look at. */
export interface PageResult {
  readonly backend: string;
  readonly losses: readonly number[];
  readonly points: readonly Readonly<Record<string, number | string | boolean | null>>[];
  readonly tensorsPerEpoch: readonly number[];
}

/** Trains the small network with a monitor on a backend of the browser. */
async function trainInPage(backend: string): Promise<PageResult> {
  await tf.setBackend(backend);
  await tf.ready();
  const model = smallConvNet();
  model.compile({
    optimizer: new ThermoSGD({
      effectiveLearningRate: 0.05,
      weightDecay: 0.02,
      momentum: 0.5,
      others: { learningRate: 0.05 },
    }),
    loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  const recorder = memoryRecorder();
  const monitor = new ThermoMonitor({ model, every: 5, noise: { every: 5 }, recorders: [recorder] });
  const { xs, ys } = digitBatch(64, 1);
  const losses: number[] = [];
  const tensorsPerEpoch: number[] = [];
  for (let epoch = 0; epoch < 4; epoch += 1) {
    const { history } = await model.fit(xs, ys, {
      epochs: 1,
      batchSize: 16,
      shuffle: false,
      callbacks: [monitor],
      verbose: 0,
    });
    losses.push(history['loss']![0] as number);
    tensorsPerEpoch.push(tf.memory().numTensors);
  }
  return { backend: tf.getBackend(), losses, points: recorder.points, tensorsPerEpoch };
}

Object.assign(globalThis, { trainInPage });
