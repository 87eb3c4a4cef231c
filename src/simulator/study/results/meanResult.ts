import { estimateOf } from '../../../physics/index.js';
import { studyResult, type StudyResult } from './studyResult.js';

/** A result that is a mean over chains, with its error from their scatter: none of less than two chains. */
export function meanResult(
  law: Omit<Parameters<typeof studyResult>[0], 'value' | 'standardError'>,
  values: readonly number[],
): StudyResult[] {
  return values.length < 2 ? [] : [studyResult({ ...law, ...estimateOf(values) })];
}
