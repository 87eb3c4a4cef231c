import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../src/control/index.js';
import {
  batches,
  gasLawRuns,
  invariantDigits,
  loadDataset,
  sampleMnistFolder,
  type Dataset,
} from '../../src/experiments/index.js';
import { ThermoMonitor, ThermoSGD, type ThermoSGDOptions } from '../../src/network/index.js';
import { AfterBatch } from '../afterBatch.js';
import { useBackend } from '../backends.js';

const steps = 200;
const every = 20;

/** What the gas law compares, summed over the steps of a run that begins at radius 1. */
interface Balance {
  /** Sum of p V. */
  readonly work: number;
  /** Sum of R T_tot. */
  readonly heat: number;
  /** r^2 at the end over that at the start. */
  readonly expansion: number;
}

describe('the gas law holds on a real network over any stretch of steps once the change of volume is counted in', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    await useBackend('tensorflow');
    dataset = await loadDataset(sampleMnistFolder);
  });

  async function balanceOf(settings: ThermoSGDOptions): Promise<Balance> {
    const model = invariantDigits.build({ images: dataset.images, classes: dataset.classes, seed: 1 });
    const optimizer = new ThermoSGD({ ...settings, invariant: model, others: invariantDigits.others });
    model.compile({ optimizer, loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits) });
    const monitor = new ThermoMonitor({ model, every, noise: 'off' });
    const observations: Observation[] = [];
    const collect = new AfterBatch(() => {
      const latest = monitor.latest?.observation;
      if (latest !== undefined && latest !== observations.at(-1)) observations.push(latest);
    });
    await model.fitDataset(batches(dataset, { batchSize: 32, seed: 1 }), {
      epochs: 1,
      batchesPerEpoch: steps,
      callbacks: [monitor, collect],
      verbose: 0,
    });
    const sum = (value: (observation: Observation) => number): number =>
      observations.reduce((total, observation) => total + every * value(observation), 0);
    expect(observations).toHaveLength(steps / every);
    expect(observations.map(({ guarded }) => guarded)).toEqual(observations.map(() => 0));
    return {
      work: sum(({ pressure, squaredRadius }) => (pressure * squaredRadius) / 2),
      heat: sum(({ effectiveLearningRate, secondMoment }) => (effectiveLearningRate * secondMoment) / 4),
      expansion: observations.at(-1)!.radius ** 2,
    };
  }

  // r^2 gains eta^2 |g|^2 and loses 2 eta lambda (1 - eta lambda / 2) r^2 in a step, exactly as far as g w = 0:
  // sum p V (1 - eta lambda / 2) + (V_end - V_start) / (2 eta) = sum R T_tot. Batch norm's epsilon leaves |cos(g, w)| of some 1e-5,
  // which weighs 2 |cos| over the angle of a step, a few hundredths here: less than 1e-3.
  test('at fixed learning rate, within a thousandth', async () => {
    const { learningRate, weightDecay } = gasLawRuns.fixedLearningRate.settings;
    const { work, heat, expansion } = await balanceOf({ learningRate, weightDecay });
    const change = (expansion - 1) / 2 / (2 * learningRate);
    expect(expansion).toBeGreaterThan(4);
    expect(Math.abs((work * (1 - (learningRate * weightDecay) / 2) + change) / heat - 1)).toBeLessThan(1e-3);
  });

  // ln r^2 changes by ln(1 + x), x = eta_eff^2 M - 2 eta_eff lambda r^2, so that sum p V + (ln V_end - ln V_start) / (4 eta_eff) =
  // sum R T_tot but for x^2 / 2, which at an effective rate of .01 comes to some thousandths of the whole.
  test('at fixed effective learning rate, within a hundredth', async () => {
    const effectiveLearningRate = 0.01;
    const { work, heat, expansion } = await balanceOf({ effectiveLearningRate, weightDecay: 0.02 });
    const change = Math.log(expansion) / (4 * effectiveLearningRate);
    expect(expansion).toBeGreaterThan(4);
    expect(Math.abs((work + change) / heat - 1)).toBeLessThan(0.01);
  });
});
