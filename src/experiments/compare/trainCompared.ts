import { existsSync } from 'node:fs';
import { hold, DivergenceError, type Point, type Recorder } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import { ThermoSGD } from '../../network/index.js';
import { teeRecorders } from '../../recorders/node.js';
import type { Dataset } from '../data/index.js';
import { networkNamed } from '../networks/index.js';
import {
  createRun,
  latestCheckpoint,
  monitorColumns,
  openRun,
  resumeRun,
  runFiles,
  endFailed,
  tryReport,
  type RunConfig,
} from '../run/index.js';
import { compiled, trainWith, type Trainer, type TrainPace } from '../training/index.js';
import { folderOf, type ComparedRun } from './comparedRun.js';
import type { CompareSettings } from './compareSettings.js';

/** What the runs of a comparison are made with. */
export interface CompareSurroundings {
  readonly folder: string;
  readonly settings: CompareSettings;
  /** Told in each run's config: the tfjs backend, and the version of the package. */
  readonly backend: string;
  readonly version: string;
  readonly signal: AbortSignal;
}

/** What a run of a comparison came to. */
export type ComparedResult =
  | {
      readonly state: 'finished';
      readonly testAccuracy: number;
      readonly testLoss: number;
      readonly points: readonly Point[];
    }
  | { readonly state: 'diverged' | 'interrupted' };

/**
 * Trains one run in its folder; one that has ended before is only read, one that was cut goes on from its last checkpoint.
 *
 * @throws ThermoError when its folder holds another run, or is in use.
 */
export async function trainCompared(
  job: ComparedRun,
  dataset: Dataset,
  surroundings: CompareSurroundings,
  recorder: Recorder,
): Promise<ComparedResult> {
  const folder = folderOf(surroundings.folder, job);
  const config = configOf(job, surroundings);
  const begun = existsSync(runFiles(folder).config);
  if (begun) requireSame(folder, config);
  const ended = begun ? endOf(folder) : null;
  if (ended !== null) return ended;

  const checkpoint = begun ? latestCheckpoint(runFiles(folder).checkpoints) : null;
  const run = begun ? resumeRun(folder, checkpoint?.step ?? 0) : createRun(folder, config);
  try {
    const result = await trainWith(
      trainerOf(job, dataset, surroundings),
      paceOf(job, surroundings),
      dataset,
      {
        run,
        recorder: teeRecorders(run.recorder, recorder),
        signal: surroundings.signal,
        checkpoint,
      },
    );
    const { state, ...results } = result;
    if (state === 'interrupted') {
      run.end(state, 'stopped by a signal');
      return { state };
    }
    run.writeSummary(results);
    run.end(state);
    tryReport(run);
    return endOf(folder)!;
  } catch (error) {
    const hasDiverged = error instanceof DivergenceError;
    endFailed(run, error, hasDiverged ? { diverged: true } : null);
    if (!hasDiverged) throw error;
    return { state: 'diverged' };
  }
}

/** How a run ended, as its folder tells; null for one that is to go on. */
function endOf(folder: string): ComparedResult | null {
  const { status, summary, points } = openRun(folder);
  const { testAccuracy, testLoss, diverged } = summary ?? {};
  if (diverged === true) return { state: 'diverged' };
  if (status.state !== 'finished' || typeof testAccuracy !== 'number' || typeof testLoss !== 'number') {
    return null;
  }
  return { state: 'finished', testAccuracy, testLoss, points };
}

function configOf(
  { part, candidate, rate, seed, steps }: ComparedRun,
  { settings, backend, version }: CompareSurroundings,
): RunConfig {
  const { seeds: _, tuningSteps: __, target: ___, ...shared } = settings;
  return {
    format: 1,
    name: 'compare',
    version,
    backend,
    createdAt: new Date().toISOString(),
    columns: [...monitorColumns, 'testLoss'],
    settings: { ...shared, part, candidate: candidate.name, rate, seed, steps },
  };
}

function requireSame(folder: string, { settings }: RunConfig): void {
  const found = openRun(folder).config.settings;
  const other = Object.keys(settings).find((name) => found[name] !== settings[name]);
  if (other === undefined) return;
  throw new ThermoError(
    `run folder ${folder} has ${other} ${JSON.stringify(found[other])}, not ${JSON.stringify(settings[other])}: choose another folder for this comparison`,
  );
}

function paceOf({ seed, steps }: ComparedRun, { settings }: CompareSurroundings): TrainPace {
  const { batchSize, every, checkpointEvery } = settings;
  // The noise is shown, not steered by: seldom is enough.
  return { seed, steps, batchSize, every, checkpointEvery, noiseEvery: 5 * every, noiseDecay: 0.6 };
}

function trainerOf(
  { candidate, rate, seed, steps }: ComparedRun,
  dataset: Dataset,
  { settings }: CompareSurroundings,
): Trainer {
  const { every, otherLearningRate } = settings;
  const network = networkNamed(settings.network);
  const model = network.build({ images: dataset.images, classes: dataset.classes, seed });
  const { settings: control, process } = candidate.course({ rate, steps, every });
  const optimizer = new ThermoSGD({
    ...control,
    // A process that ends early would end the run before its budget.
    ...(process === undefined ? {} : { process: [...process, hold({ steps, name: 'end held' })] }),
    invariant: model,
    others: network.others === 'frozen' ? 'frozen' : { learningRate: otherLearningRate, ...network.others },
  });
  return compiled(model, optimizer);
}
