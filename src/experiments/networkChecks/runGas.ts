import * as tf from '@tensorflow/tfjs';
import { rateOf, type Observation, type Stage } from '../../control/index.js';
import { ThermoMonitor, ThermoSGD } from '../../network/index.js';
import { temperature } from '../../physics/index.js';
import { batches, type Dataset } from '../data/index.js';
import { invariantDigits } from '../networks/index.js';
import { AfterEachStep, compiled } from '../training/index.js';
import { freshExamples } from './freshExamples.js';
import { noiseWitness } from './noiseWitness.js';

/** Images in a batch: so few that noise is most of every gradient, as in an ideal gas. */
export const batchSize = 8;

/** Steps between readings; and between the noise estimates that T is averaged from, ten of them at a time. */
const every = 10;
const noiseDecay = 0.9;

/** Where every run begins: on the unit sphere, where nothing but the noise can move T. */
const start = { effectiveLearningRate: 0.004, radius: 1 } as const;

/** The network that is scale-invariant as a whole, led through a process on a sphere. */
export interface GasRun {
  readonly dataset: Dataset;
  /** Decides weights, batches, and the examples of every noise estimate. */
  readonly seed: number;
  readonly process: readonly Stage[];
  /** Steps at most. */
  readonly steps: number;
  /** Steps between the noise estimates that regulators act on; null where none acts. */
  readonly noiseEvery: number | null;
  readonly signal: AbortSignal;
  /** Told of the gas after each step; true ends the run. */
  readonly afterStep: (gas: GasAfterStep) => Promise<boolean>;
}

/** The gas after a step. */
export interface GasAfterStep {
  readonly step: number;
  /** The part of the run that the step belonged to. */
  readonly phase: string;
  /** eta_eff of the step to come. */
  readonly effectiveLearningRate: number;
  /** The newest reading; null before the first. */
  readonly observation: Observation | null;
  /** T as the witness sees it, from one pair of batches: rough, unbiased, and unknown to every regulator. */
  temperature(): Promise<number>;
  /** The scale-invariant weights as one row, [d]. */
  weights(): Promise<Float32Array>;
}

/**
 * Runs the gas until it is told to end.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function runGas(run: GasRun): Promise<void> {
  const { dataset, seed, process, noiseEvery, signal } = run;
  const model = invariantDigits.build({ images: dataset.images, classes: dataset.classes, seed });
  const optimizer = new ThermoSGD({ ...start, process, invariant: model, others: invariantDigits.others });
  compiled(model, optimizer);
  const draw = freshExamples(dataset, seed, 'regulator');
  const monitor = new ThermoMonitor({
    model,
    every,
    noise:
      noiseEvery === null ? 'off' : { every: noiseEvery, decay: noiseDecay, source: { batchSize, draw } },
  });
  const witness = noiseWitness({ model, optimizer, dataset, batchSize, seed });
  const variables = (): readonly tf.Variable[] => optimizer.invariantVariables.flat();
  const afterStep = new AfterEachStep(async () => {
    // On a sphere the rate is eta_eff.
    const effectiveLearningRate = rateOf(optimizer.nextControl);
    const isOver = await run.afterStep({
      step: optimizer.iterations,
      phase: optimizer.phase,
      effectiveLearningRate,
      observation: monitor.latest?.observation ?? null,
      temperature: async () =>
        temperature({
          effectiveLearningRate,
          noise: await witness.noise(),
          dimension: variables().reduce((sum, { size }) => sum + size, 0),
        }),
      weights: () => joined(variables()),
    });
    if (isOver || signal.aborted) model.stopTraining = true;
    // On a native backend nothing else in the loop lets the process see its signals.
    if (optimizer.iterations % every === 0) await tf.nextFrame();
  });
  try {
    await model.fitDataset(batches(dataset, { batchSize, seed }), {
      epochs: 1,
      batchesPerEpoch: run.steps,
      callbacks: [monitor, afterStep],
      verbose: 0,
    });
  } finally {
    witness.dispose();
    monitor.dispose();
    optimizer.dispose();
    model.dispose();
  }
  signal.throwIfAborted();
}

async function joined(variables: readonly tf.Variable[]): Promise<Float32Array> {
  const parts = await Promise.all(variables.map((variable) => variable.data()));
  const row = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    row.set(part, offset);
    offset += part.length;
  }
  return row;
}
