/** A law's number beside the one that was measured. */
export interface LawResult {
  /** What it is, in words. */
  readonly name: string;
  readonly theory: number;
  readonly value: number;
  /** Of `value`; 0 where nothing was drawn. */
  readonly standardError: number;
  /** How far from theory it may be. */
  readonly tolerance: number;
  readonly verdict: LawVerdict;
}

/**
 * `within` the tolerance, `outside` by more than two standard errors, or `undecided`: outside by less, so that a longer
 * measurement is needed to tell.
 */
export type LawVerdict = 'within' | 'outside' | 'undecided';

/** A result with its verdict. */
export function lawResult(measured: Omit<LawResult, 'verdict'>): LawResult {
  const excess = Math.abs(measured.value - measured.theory) - measured.tolerance;
  const decided = excess > 2 * measured.standardError ? 'outside' : 'undecided';
  return { ...measured, verdict: excess <= 0 ? 'within' : decided };
}
