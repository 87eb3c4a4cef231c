import * as tf from '@tensorflow/tfjs';
import { ThermoMonitor, ThermoSGD } from '../../network/index.js';
import { alternatingRatio, type TimedSteps } from './alternatingRatio.js';
import type { PairedRatio } from './pairedRatio.js';
import { trainedNet } from './trainedNet.js';

/** Steps in a pair: in as many the monitor at its default cadence estimates the noise once and reads two or three times. */
const pairSteps = 50;

/**
 * A whole training step with ThermoSGD and a monitor at its default cadence over one with tf.train.momentum. They take
 * turns step by step, each as often first; a pair is the fifty steps in which everything is paid for.
 */
export async function stepCost(
  pairs: number,
  onProgress: (share: number) => void = () => {},
): Promise<PairedRatio> {
  const plain = trainedNet(() => tf.train.momentum(0.01, 0.9));
  const thermo = trainedNet(
    (model) =>
      new ThermoSGD({ effectiveLearningRate: 1e-4, weightDecay: 1e-3, momentum: 0.9, invariant: model }),
  );
  const monitor = new ThermoMonitor({ model: thermo.model });
  const both: TimedSteps = [
    () => plain.step(),
    async () => {
      await thermo.step();
      await monitor.step();
    },
  ];
  try {
    return await alternatingRatio(both, { pairs, pairSteps, onProgress });
  } finally {
    monitor.dispose();
    [plain, thermo].forEach((net) => net.dispose());
  }
}
