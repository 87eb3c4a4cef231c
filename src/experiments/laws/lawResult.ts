import { lawVerdict, type LawVerdict } from '../../physics/index.js';

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

/** A result with its verdict. */
export function lawResult(measured: Omit<LawResult, 'verdict'>): LawResult {
  return { ...measured, verdict: lawVerdict(measured) };
}
