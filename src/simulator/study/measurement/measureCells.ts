import type { Chains } from '../../chains/chains.js';
import type { Conditions } from '../../chains/conditions.js';
import { linearEnergy } from '../../energies/linearEnergy.js';
import { directionEntropy, entropyEstimator } from '../../entropy/index.js';
import { loadKernel } from '../../kernel/loadKernel.js';
import { isotropicNoise } from '../../noises/isotropicNoise.js';
import type { StudyCell } from '../grid/studyCell.js';
import type { StudySettings } from '../studySettings.js';
import { toyModel } from '../toyModel.js';
import type { CellMeasurement } from './cellMeasurement.js';
import { entropySampler } from './entropySampler.js';
import { thinningOf } from './thinning.js';

/** Cells of one protocol whose chains run side by side. */
export interface CellBlock {
  readonly cells: readonly StudyCell[];
  /** The stream of the first cell's chain; the others follow it. */
  readonly firstChain: number;
  readonly settings: StudySettings;
}

/** Runs the chain of each cell to its end: a task for a worker. */
export async function measureCells({ cells, firstChain, settings }: CellBlock): Promise<CellMeasurement[]> {
  const kernel = await loadKernel();
  const { dimension, direction, offset } = toyModel;
  const chains = kernel.chains({
    dimension,
    chains: cells.length,
    seed: settings.seed,
    firstChain,
    energy: linearEnergy({ dimension, direction, offset }),
    noise: isotropicNoise(),
    weights: Float32Array.from(cells.flatMap(startOf)),
  });
  try {
    return run(chains, cells, settings);
  } finally {
    chains.dispose();
  }
}

function run(chains: Chains, cells: readonly StudyCell[], settings: StudySettings): CellMeasurement[] {
  const { steps, keepEvery, averagedSteps, blocks } = settings;
  const { dimension, deviation, strength } = toyModel;
  const conditions = cells.map(({ control }): Conditions => ({ control, deviation, strength }));
  const entropyOf = entropyOfRows(settings.kept);
  const samplers = cells.map(({ control }) =>
    entropySampler(settings, thinningOf(control, settings), entropyOf),
  );
  const shown = samplers.map(({ published, thinned }) => ({
    squaredRadius: [] as number[],
    energy: [] as number[],
    secondMoment: [] as number[],
    heating: [] as number[],
    pressure: [] as number[],
    directionEntropies: published,
    thinnedDirectionEntropies: thinned,
  }));
  const firstAveraged = steps - averagedSteps;
  const block = averagedSteps / blocks;

  for (let step = keepEvery; step <= steps; step += keepEvery) {
    chains.runApart(conditions, keepEvery);
    const weights = chains.weights();
    samplers.forEach((sampler, chain) => sampler.look(step, weights, chain * dimension));
    if (step === firstAveraged) chains.takeSums();
    if (step > firstAveraged && (step - firstAveraged) % block === 0) {
      const sums = chains.takeSums();
      shown.forEach((cell, chain) => {
        cell.squaredRadius.push(sums.squaredRadius[chain]! / block);
        cell.energy.push(sums.energy[chain]! / block);
        cell.secondMoment.push(sums.secondMoment[chain]! / block);
        cell.heating.push(sums.heating[chain]! / block);
        cell.pressure.push(sums.pressure[chain]! / block);
      });
    }
  }
  return shown;
}

/** The published estimate, with memory kept for full rings. */
function entropyOfRows(kept: number): (rows: Float32Array) => number {
  const options = { dimension: toyModel.dimension, form: 'standardisedAngles' } as const;
  const ofFullRing = entropyEstimator({ ...options, samples: kept });
  return (rows) =>
    (rows.length === kept * options.dimension ? ofFullRing(rows) : directionEntropy(rows, options)).nats;
}

/** All chains start in one direction, at r = 1 where the radius is free. */
function startOf({ control }: StudyCell): number[] {
  const radius = control.protocol === 'fixedSphere' ? control.radius : 1;
  return toyModel.start.map((component) => component * radius);
}
