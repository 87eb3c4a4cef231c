import * as tf from '@tensorflow/tfjs';
import { requireCount } from '../../error.js';
import type { Observation, Recorder } from '../../control/index.js';
import { ThermoMonitor, ThermoSGD, type ThermoSGDOptions } from '../../network/index.js';
import type { Estimate } from '../../physics/index.js';
import { batches, type Dataset } from '../data/index.js';
import { invariantDigits } from '../networks/index.js';
import { AfterEachStep } from '../training/index.js';
import { ratioOfMeans } from './ratioOfMeans.js';

/** The three runs of the check, with the settings of the network measured for arXiv 2511.07308's protocols. */
export const gasLawRuns = {
  fixedLearningRate: { settings: { learningRate: 0.05, weightDecay: 0.01 }, steps: 6000 },
  fixedEffectiveLearningRate: { settings: { effectiveLearningRate: 0.02, weightDecay: 0.02 }, steps: 6000 },
  sphere: { settings: { effectiveLearningRate: 0.02, radius: 1 }, steps: 1000 },
} as const satisfies Record<string, { settings: ThermoSGDOptions; steps: number }>;

/** One of the runs. */
export type GasLawRun = keyof typeof gasLawRuns;

/** How a run is made. */
export interface GasLawOptions {
  readonly dataset: Dataset;
  readonly seed: number;
  /** Steps in place of the run's own. */
  readonly steps?: number;
  /** Receives every point of the run. */
  readonly recorder: Recorder;
}

/** Steps between readings; short against every relaxation time, so that a mean over readings misses nothing. */
const every = 20;
/** The last fifth of a run is taken as stationary. */
const stationaryShare = 1 / 5;
/**
 * Blocks of the standard error. At fixed effective learning rate and on the sphere each is some relaxation times long; at
 * fixed learning rate the volume relaxes in 1 / (4 eta lambda) = 500 steps, longer than a block, so that its slow wandering
 * is not in that run's standard error.
 */
const blocks = 8;

/** The fewest steps of a run: its last fifth then has a reading a block. */
export const leastGasLawSteps = (blocks * every) / stationaryShare;

/**
 * The gas law on a real network that is scale-invariant as a whole, measured over the last fifth of a run.
 *
 * With decay the estimate is Z_tot = p V / (R T_tot); on the sphere it is the pressure read off the rescaling over its law
 * T_tot (d - 1) / r^2. Both are ratios of means over readings, with a standard error by batch means.
 *
 * @throws ThermoError when `steps` are too few for a standard error: the last fifth has to hold eight readings.
 */
export async function gasLawCheck(run: GasLawRun, options: GasLawOptions): Promise<Estimate> {
  const { dataset, seed, recorder } = options;
  const { settings, steps: ownSteps } = gasLawRuns[run];
  const steps = options.steps ?? ownSteps;
  requireCount('steps', steps, leastGasLawSteps);
  const model = invariantDigits.build({ images: dataset.images, classes: dataset.classes, seed });
  const optimizer = new ThermoSGD({ ...settings, invariant: model, others: invariantDigits.others });
  model.compile({ optimizer, loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits) });

  const observations: Observation[] = [];
  const monitor = new ThermoMonitor({ model, every, noise: 'off', recorders: [recorder] });
  const collect = new AfterEachStep(() => {
    const latest = monitor.latest?.observation;
    if (latest !== undefined && latest !== observations.at(-1)) observations.push(latest);
  });
  try {
    await model.fitDataset(batches(dataset, { batchSize: 128, seed }), {
      epochs: 1,
      batchesPerEpoch: steps,
      callbacks: [monitor, collect],
      verbose: 0,
    });
  } finally {
    monitor.dispose();
    optimizer.dispose();
    model.dispose();
  }
  const stationary = observations.filter(({ step }) => step > steps * (1 - stationaryShare));
  return ratioOfMeans(stationary.map(pressureTerm), stationary.map(temperatureTerm), blocks);
}

/** p V of an observation. */
function pressureTerm({ pressure, squaredRadius }: Observation): number {
  return (pressure * squaredRadius) / 2;
}

/** R T_tot of an observation: eta_eff M / 4. */
function temperatureTerm({ effectiveLearningRate, secondMoment }: Observation): number {
  return (effectiveLearningRate * secondMoment) / 4;
}
