import type { EntropyForm } from './entropyForm.js';

/** An estimated entropy of directions, with what must be equal in another before the two may be compared. */
export interface EntropyEstimate {
  /** The differential entropy of w/|w| on the unit sphere, in nats. */
  readonly nats: number;
  /** N, how many samples it is from. */
  readonly samples: number;
  readonly form: EntropyForm;
  /** k: the distances are to the k-th nearest neighbour. */
  readonly neighbour: number;
  /**
   * True where (d - 1) N^(-2/(d-1)) is above 0.1. The bias grows with that number; below it stays within about 0.05 nat, above
   * it may be many nats, which cancel only between estimates of equal N, form and k.
   */
  readonly meaningfulOnlyInDifferences: boolean;
}
