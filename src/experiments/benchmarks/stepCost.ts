import * as tf from '@tensorflow/tfjs';
import { ThermoMonitor, ThermoSGD } from '../../network/index.js';
import { alternatingTimes, type TimedSteps } from './alternatingTimes.js';
import { pairedRatio, type PairedRatio, type PairedTimes } from './pairedRatio.js';
import { trainedNet } from './trainedNet.js';

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
    await alternatingTimes(both, warmUps);
    const times: PairedTimes[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      times.push(await alternatingTimes(both, pairSteps));
      onProgress((pair + 1) / pairs);
    }
    return pairedRatio(times);
  } finally {
    monitor.dispose();
    [plain, thermo].forEach((net) => net.dispose());
  }
}
