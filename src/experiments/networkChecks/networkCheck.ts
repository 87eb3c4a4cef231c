import type { Dataset } from '../data/index.js';

/** What a check on a real network takes. */
export interface NetworkCheckOptions {
  readonly dataset: Dataset;
  /** One repetition a seed. */
  readonly seeds: readonly number[];
  /** Told now and then which share of the check is done, in (0, 1]. */
  readonly onProgress: (share: number) => void;
  /** Stops the check, with the signal's reason. */
  readonly signal: AbortSignal;
}
