import { join } from 'node:path';
import type { Recorder } from '../../control/index.js';
import { renderComparison, type Comparison } from '../../recorders/node.js';
import type { Dataset } from '../data/index.js';
import { writeAtomically } from '../run/index.js';
import { bestRate } from './bestRate.js';
import type { Candidate } from './candidate.js';
import { beginComparison } from './comparisonFile.js';
import { candidateResult, triedRates, type EndedRun } from './candidateResult.js';
import { tuningRuns, type ComparedRun } from './comparedRun.js';
import { progressOver } from './progressOver.js';
import { requireCandidates } from './requireCandidates.js';
import { splitValidation } from './splitValidation.js';
import { standings } from './standings.js';
import { trainCompared, type CompareSurroundings } from './trainCompared.js';

/** What a comparison is made of. */
export interface CompareOptions extends CompareSurroundings {
  readonly candidates: readonly Candidate[];
  readonly dataset: Dataset;
  /** Shows the progress over all runs, whose steps are counted on: `comparedSteps` in all. */
  readonly recorder: Recorder;
}

/** The steps of all runs of a comparison. */
export function comparedSteps({
  candidates,
  settings,
}: Pick<CompareOptions, 'candidates' | 'settings'>): number {
  const { seeds, steps, tuningSteps } = settings;
  return candidates.reduce((sum, { rates }) => sum + rates.length * tuningSteps + seeds * steps, 0);
}

/**
 * Trains one network on the same data under several candidates, and says where they stand.
 *
 * First each candidate's rates are tried, all equally many, on one seed, for fewer steps, and judged on a share of the training
 * images that is kept apart. Then each candidate is run at its best rate for every seed and judged on the test images. One seed
 * is one set of first weights and one order of batches for all. Every run has a folder of its own; those that have ended are
 * not made again, so a comparison that was cut goes on where it was.
 *
 * Writes `summary.json` and `report.html` into the folder.
 *
 * @throws ThermoError for candidates or a folder that are refused, before any run.
 */
export async function compare(options: CompareOptions): Promise<Comparison> {
  const { candidates, dataset, settings, folder, backend, version, signal, recorder } = options;
  requireCandidates(candidates, settings);
  const validation = splitValidation(dataset, settings.validationShare);
  const names = candidates.map(({ name }) => name);
  beginComparison(folder, { format: 1, version, backend, candidates: names, settings });

  const progress = progressOver(recorder);
  const inTurn = async (jobs: readonly ComparedRun[], images: Dataset): Promise<readonly EndedRun[]> => {
    const ended: EndedRun[] = [];
    for (const job of jobs) {
      if (signal.aborted) break;
      const result = await trainCompared(job, images, options, progress.during(labelOf(job)));
      progress.pass(job.steps);
      if (result.state !== 'interrupted') ended.push({ job, result });
    }
    return ended;
  };

  const tuning = candidates.flatMap((candidate) => tuningRuns(candidate, settings));
  const tuned = await inTurn(tuning, validation);
  const isTuned = tuned.length === tuning.length;
  const tried = new Map(candidates.map((candidate) => [candidate, triedRates(candidate, tuned)] as const));
  // Seed by seed, so that a comparison that is cut has as many of each candidate.
  const finals = Array.from({ length: isTuned ? settings.seeds : 0 }, (_, i) => i + 1).flatMap((seed) =>
    candidates.flatMap((candidate): ComparedRun[] => {
      const rate = bestRate(tried.get(candidate)!);
      return rate === null ? [] : [{ part: 'final', candidate, rate, seed, steps: settings.steps }];
    }),
  );
  const ended = await inTurn(finals, dataset);

  const results = candidates.map((candidate) =>
    candidateResult(
      candidate,
      tried.get(candidate)!,
      ended.filter(({ job }) => job.candidate === candidate),
      options,
    ),
  );
  const standing = standings(results.map(({ testAccuracy }) => testAccuracy));
  const comparison: Comparison = {
    state: isTuned && ended.length === finals.length ? 'finished' : 'interrupted',
    backend,
    dataset: dataset.name,
    settings,
    candidates: results.map((result, i) => ({ ...result, standing: standing[i]! })),
  };
  writeAtomically(join(folder, 'summary.json'), `${JSON.stringify(comparison, null, 2)}\n`);
  writeAtomically(join(folder, 'report.html'), renderComparison(comparison));
  return comparison;
}

function labelOf({ part, candidate, rate, seed }: ComparedRun): string {
  return part === 'tuning' ? `${candidate.name}, trying ${rate}` : `${candidate.name}, seed ${seed}`;
}
