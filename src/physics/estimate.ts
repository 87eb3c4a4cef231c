/** A measured number and how far it may be off. */
export interface Estimate {
  readonly value: number;
  /** One standard deviation of the value under repetition; NaN from a single repetition. */
  readonly standardError: number;
}
