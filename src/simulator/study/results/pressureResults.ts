import { estimateOf } from '../../../physics/index.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { farthestCell } from './farthestCell.js';
import { studyResult, type StudyResult } from './studyResult.js';

/** The pressure read off the rescaling to the sphere over T_tot (d - 1) / r^2. */
export function pressureResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const { protocol } = cells[0]!;
  const ratio = (cell: MeasuredCell): number => cell.pressure / cell.expectedPressure;
  const law = { protocol, theory: 1, tolerance: 0.02 };
  return [
    studyResult({ ...law, name: 'pressure over its law, mean', ...estimateOf(cells.map(ratio)) }),
    studyResult({ ...law, name: 'pressure over its law, farthest cell', ...farthestCell(cells, ratio) }),
  ];
}
