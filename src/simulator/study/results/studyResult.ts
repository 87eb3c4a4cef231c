import type { Protocol } from '../../../control/index.js';
import { lawVerdict, type LawVerdict } from '../../../physics/index.js';

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
  readonly verdict: LawVerdict;
  /** Why it is as it is, where that is known and not plain; null elsewhere. */
  readonly note: string | null;
}

/** A result with its verdict. */
export function studyResult(
  measured: Omit<StudyResult, 'verdict' | 'published' | 'note'> &
    Partial<Pick<StudyResult, 'published' | 'note'>>,
): StudyResult {
  return { published: null, note: null, ...measured, verdict: lawVerdict(measured) };
}
