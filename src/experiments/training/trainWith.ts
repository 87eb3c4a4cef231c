import * as tf from '@tensorflow/tfjs';
import { teeTelling, type Recorder } from '../../control/index.js';
import { ThermoMonitor, type MonitorState } from '../../network/index.js';
import { batches, type Dataset } from '../data/index.js';
import type { Run } from '../run/index.js';
import { AfterEachStep } from './afterEachStep.js';
import { evaluate, type Evaluation } from './evaluate.js';
import { settleAverages } from './settleAverages.js';
import type { Trainer } from './trainer.js';
import { restoreTraining, trainingState } from './trainingState.js';
import type { TrainSettings } from './trainSettingsSchema.js';

/** How a training ended. */
export interface TrainResult extends Evaluation {
  /** `finished`, or `interrupted` by the signal; then a checkpoint stands where it stopped. */
  readonly state: 'finished' | 'interrupted';
  readonly steps: number;
}

/** Where a training reports, and what may stop it. */
export interface TrainSurroundings {
  readonly run: Run;
  /** Receives every point, beside the run folder. One that fails is told of once, and stops nothing. */
  readonly recorder: Recorder;
  /** Stops the training at its next reading, with a checkpoint. */
  readonly signal: AbortSignal;
  /** The checkpoint to go on from; null to begin. */
  readonly checkpoint: Parameters<typeof restoreTraining>[1] | null;
}

/** How long a training is, what it is shown, and when it is looked at. */
export type TrainPace = Pick<
  TrainSettings,
  'steps' | 'seed' | 'batchSize' | 'every' | 'noiseEvery' | 'noiseDecay' | 'checkpointEvery'
>;

/** Milliseconds that a stop waits for the next reading. */
const patience = 5000;

/**
 * Trains a network as its optimizer leads it, until the steps are done or the optimizer's process has ended; everything
 * recorded. Before each test batch norm's averages are brought to the weights.
 *
 * Batches are a pure function of seed and step and a checkpoint holds all that a step depends on, so a run that was cut
 * anywhere and resumed ends with the weights of one that was not, bit for bit on one backend.
 *
 * @throws DivergenceError when training turns non-finite; ThermoError when the last checkpoint cannot be saved.
 */
export async function trainWith(
  fresh: Trainer,
  pace: TrainPace,
  dataset: Dataset,
  surroundings: TrainSurroundings,
): Promise<TrainResult> {
  const { run, signal, checkpoint } = surroundings;
  const recorder = teeTelling(run.tell, surroundings.recorder);
  const restored = checkpoint === null ? null : await restoreTraining(fresh, checkpoint);
  const { model, optimizer }: Trainer = restored ?? fresh;
  const state: MonitorState | undefined = restored?.monitor;
  const monitor = new ThermoMonitor({
    model,
    every: pace.every,
    noise: { every: pace.noiseEvery, decay: pace.noiseDecay },
    recorders: [recorder],
    ...(state === undefined ? {} : { state }),
  });

  const isOver = (): boolean => optimizer.ended || optimizer.iterations >= pace.steps;
  const isDue = (every: number): boolean => optimizer.iterations % every === 0;
  let evaluation: Evaluation | null = null;
  let abortedAt: number | null = null;
  /** A stop waits for a reading, after which nothing is left to be read, but on a slow backend not for long. */
  const isLate = (): boolean => Date.now() - (abortedAt ??= Date.now()) > patience;
  const save = async (isLast: boolean): Promise<void> => {
    const state = await trainingState({ model, optimizer }, monitor.save());
    try {
      run.saveCheckpoint(optimizer.iterations, state);
    } catch (error) {
      // Without the last one the run's result would be lost.
      if (isLast) throw error;
      run.tell('the checkpoint', `at step ${optimizer.iterations}`, error);
    }
  };
  const afterStep = async (): Promise<void> => {
    const stopping = isOver() || (signal.aborted && (isDue(pace.every) || isLate()));
    if (stopping) model.stopTraining = true;
    if (stopping || isDue(pace.checkpointEvery)) {
      await settleAverages(model, dataset, pace.batchSize);
      evaluation = await evaluate(model, dataset);
      await recorder.record({ step: optimizer.iterations, phase: optimizer.phase, ...evaluation });
      await save(stopping);
    }
    // On a native backend nothing else in the loop lets the process see its signals.
    await tf.nextFrame();
  };

  const firstStep = optimizer.iterations;
  try {
    if (firstStep < pace.steps && !isOver()) {
      await model.fitDataset(batches(dataset, { batchSize: pace.batchSize, seed: pace.seed, firstStep }), {
        epochs: 1,
        batchesPerEpoch: pace.steps - firstStep,
        callbacks: [monitor, new AfterEachStep(afterStep)],
        verbose: 0,
      });
    }
    evaluation ??= await evaluate(model, dataset);
    return { ...evaluation, state: isOver() ? 'finished' : 'interrupted', steps: optimizer.iterations };
  } finally {
    monitor.dispose();
    optimizer.dispose();
    model.dispose();
  }
}
