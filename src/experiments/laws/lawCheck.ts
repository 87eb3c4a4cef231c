import type { LawResult } from './lawResult.js';

/** What every check takes. */
export interface LawCheckOptions {
  /** Decides every draw. */
  readonly seed: number;
  /** Told now and then which share of the check is done, in (0, 1]. */
  readonly onProgress: (share: number) => void;
  /** Stops the check, with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Measures the numbers of a law on the simulated gas, each beside its theory and given as soon as it is known. */
export type LawCheck = (options: LawCheckOptions) => AsyncIterable<LawResult>;
