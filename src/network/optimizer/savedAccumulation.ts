/** What is saved of an accumulation beside its sums. */
export interface SavedAccumulation {
  /** k, the micro-batches of a step. */
  readonly every: number;
  /** Micro-batches taken since the last step. */
  readonly taken: number;
  /** Those of them whose loss was shown. */
  readonly losses: number;
}
