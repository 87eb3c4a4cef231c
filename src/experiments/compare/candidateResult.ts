import type { ComparedCandidate, TriedRate } from '../../recorders/node.js';
import { bestRate } from './bestRate.js';
import type { Candidate } from './candidate.js';
import { folderOf, type ComparedRun } from './comparedRun.js';
import { spreadOf } from './spreadOf.js';
import { stepsToTarget } from './stepsToTarget.js';
import type { ComparedResult, CompareSurroundings } from './trainCompared.js';

/** A run with what it came to. */
export interface EndedRun {
  readonly job: ComparedRun;
  readonly result: ComparedResult;
}

/** What came of a candidate's rates, of those that were tried to the end. */
export function triedRates(candidate: Candidate, ended: readonly EndedRun[]): readonly TriedRate[] {
  return ended.flatMap(({ job, result }): TriedRate[] => {
    if (job.candidate !== candidate) return [];
    return result.state === 'finished'
      ? [{ rate: job.rate, accuracy: result.testAccuracy, loss: result.testLoss }]
      : [{ rate: job.rate, accuracy: null, loss: null }];
  });
}

/** What a candidate's runs come to together, but for where it stands among the others. */
export function candidateResult(
  candidate: Candidate,
  tried: readonly TriedRate[],
  ended: readonly EndedRun[],
  { folder, settings }: CompareSurroundings,
): Omit<ComparedCandidate, 'standing'> {
  const finished = ended.flatMap(({ job, result }) => (result.state === 'finished' ? [{ job, result }] : []));
  const diverged = ended.length - finished.length;
  const runs = finished.map(({ job, result: { testAccuracy, testLoss, points } }) => ({
    seed: job.seed,
    folder: folderOf(folder, job),
    testAccuracy,
    testLoss,
    stepsToTarget: stepsToTarget(points, settings.target),
    curve: points.flatMap(({ step, testAccuracy: accuracy }) =>
      typeof accuracy === 'number' ? [{ step, testAccuracy: accuracy }] : [],
    ),
  }));
  // A mean over the seeds that happened to survive would flatter.
  const spread = (values: readonly number[]) => (diverged > 0 ? null : spreadOf(values));
  return {
    name: candidate.name,
    summary: candidate.summary,
    tried,
    rate: bestRate(tried),
    runs,
    diverged,
    testAccuracy: spread(runs.map(({ testAccuracy }) => testAccuracy)),
    testLoss: spread(runs.map(({ testLoss }) => testLoss)),
    stepsToTarget: spread(runs.flatMap(({ stepsToTarget: steps }) => (steps === null ? [] : [steps]))),
  };
}
