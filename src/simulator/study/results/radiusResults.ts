import { estimateOf } from '../../../physics/index.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { farthestCell } from './farthestCell.js';
import { studyResult, type StudyResult } from './studyResult.js';

/** The radius over its law of finite steps, with what is left of the way from the start. */
export function radiusResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const { protocol } = cells[0]!;
  const ratio = (cell: MeasuredCell): number => Math.sqrt(cell.squaredRadius / cell.expectedSquaredRadius);
  const law = { protocol, theory: 1, tolerance: 0.01 };
  return [
    studyResult({ ...law, name: 'radius over its law, mean', ...estimateOf(cells.map(ratio)) }),
    studyResult({ ...law, name: 'radius over its law, farthest cell', ...farthestCell(cells, ratio) }),
  ];
}
