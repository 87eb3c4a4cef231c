import type { Protocol } from '../../../control/index.js';

/** One thing that a study measures, beside what theory has it be. */
export interface StudyResult {
  readonly protocol: Protocol;
  /** What it is, in words. */
  readonly name: string;
  readonly theory: number;
  /** What the paper measured, with its error where it is given; null where it measured no such thing. */
  readonly published: { readonly value: number; readonly error: number | null } | null;
  readonly value: number;
  /** Of `value`, from the scatter of independent chains. */
  readonly standardError: number;
  /** How far from theory it may be. */
  readonly tolerance: number;
  readonly verdict: Verdict;
  /** Why it is as it is, where that is known and not plain; null elsewhere. */
  readonly note: string | null;
}

/**
 * `within` the tolerance; `outside` by more than two standard errors; or `undecided`: outside by less, so that a longer study
 * is needed to tell.
 */
export type Verdict = 'within' | 'outside' | 'undecided';

/** A result with its verdict. */
export function studyResult(
  measured: Omit<StudyResult, 'verdict' | 'published' | 'note'> &
    Partial<Pick<StudyResult, 'published' | 'note'>>,
): StudyResult {
  const excess = Math.abs(measured.value - measured.theory) - measured.tolerance;
  const decided = excess > 2 * measured.standardError ? 'outside' : 'undecided';
  return { published: null, note: null, ...measured, verdict: excess <= 0 ? 'within' : decided };
}
