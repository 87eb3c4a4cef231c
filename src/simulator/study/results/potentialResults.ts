import type { MeasuredCell } from '../measurement/measuredCell.js';
import { potentialMinima } from './potentialMinima.js';
import { studyResult, type StudyResult } from './studyResult.js';

/** The share of the cells whose potential is smallest in the cell itself or in one beside it. */
export function potentialResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const { protocol } = cells[0]!;
  const minima = potentialMinima(cells);
  const share = minima.filter(({ distance }) => distance <= 1).length / minima.length;
  return [
    studyResult({
      protocol,
      name: `share of cells with ${protocol === 'fixedSphere' ? 'F' : 'G'} smallest there or beside`,
      theory: 1,
      tolerance: 0.05,
      value: share,
      standardError: Math.sqrt((share * (1 - share)) / minima.length),
    }),
  ];
}
