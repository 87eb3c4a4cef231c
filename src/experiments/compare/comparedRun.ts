import { join } from 'node:path';
import type { CompareSettings } from './compareSettings.js';
import type { Candidate } from './candidate.js';

/** One run of a comparison. */
export interface ComparedRun {
  /** `tuning` tries a rate; `final` is what is compared. */
  readonly part: 'tuning' | 'final';
  readonly candidate: Candidate;
  readonly rate: number;
  readonly seed: number;
  readonly steps: number;
}

/** The seed of the runs that try rates: none of those that are compared. */
const tuningSeed = 1001;

/** The runs that try a candidate's rates. */
export function tuningRuns(candidate: Candidate, { tuningSteps }: CompareSettings): readonly ComparedRun[] {
  return candidate.rates.map((rate) => ({
    part: 'tuning',
    candidate,
    rate,
    seed: tuningSeed,
    steps: tuningSteps,
  }));
}

/** The folder of a run within that of its comparison. */
export function folderOf(folder: string, { part, candidate, rate, seed }: ComparedRun): string {
  return part === 'tuning'
    ? join(folder, 'tuning', `${candidate.name}-rate-${rate}`)
    : join(folder, 'runs', `${candidate.name}-seed-${seed}`);
}
