/** A mean over runs. */
export interface Spread {
  readonly mean: number;
  /** Standard deviation, n - 1 in its denominator; null of one run. */
  readonly deviation: number | null;
  readonly count: number;
}

/**
 * Where a candidate's mean test accuracy stands: the highest; within two standard errors of it; further behind; `untested`
 * where one run gives no standard error; `none` where there is no mean.
 */
export type Standing = 'best' | 'tied' | 'behind' | 'untested' | 'none';

/** A rate that was tried, and what it came to on the validation images; null where the run diverged. */
export interface TriedRate {
  readonly rate: number;
  readonly accuracy: number | null;
  readonly loss: number | null;
}

/** One run of a candidate at its best rate. */
export interface ComparedSeed {
  readonly seed: number;
  readonly folder: string;
  readonly testAccuracy: number;
  readonly testLoss: number;
  /** The first step at which the target was reached; null when it never was. */
  readonly stepsToTarget: number | null;
  readonly curve: readonly { readonly step: number; readonly testAccuracy: number }[];
}

/** What a candidate came to. */
export interface ComparedCandidate {
  readonly name: string;
  readonly summary: string;
  readonly tried: readonly TriedRate[];
  /** The best of them; null when all diverged, or none has been tried. */
  readonly rate: number | null;
  readonly runs: readonly ComparedSeed[];
  /** Seeds whose run turned non-finite; then there are no means. */
  readonly diverged: number;
  readonly testAccuracy: Spread | null;
  readonly testLoss: Spread | null;
  /** Over the runs that reached the target: its `count` says how many. */
  readonly stepsToTarget: Spread | null;
  readonly standing: Standing;
}

/** A comparison, as far as it went. */
export interface Comparison {
  readonly state: 'finished' | 'interrupted';
  readonly backend: string;
  readonly dataset: string;
  readonly settings: {
    readonly network: string;
    readonly seeds: number;
    readonly steps: number;
    readonly tuningSteps: number;
    readonly validationShare: number;
    readonly target: number;
  } & Readonly<Record<string, string | number>>;
  /** In the order they were given. */
  readonly candidates: readonly ComparedCandidate[];
}
