import type { MeasuredCell } from '../measurement/measuredCell.js';
import { coldCells } from './coldCells.js';
import { meanResult } from './meanResult.js';
import type { StudyResult } from './studyResult.js';

/** How far a cell may be from rest for its gas law to be looked at, which holds at rest alone. */
const atRest = 0.005;

/** Z_tot of the cells that have come to rest, and Z of the cold ones among them. */
export function gasLawResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const resting = cells.filter((cell) => Math.abs(cell.transient - 1) <= atRest);
  const law = { protocol: cells[0]!.protocol, theory: 1, tolerance: 0.02 };
  return [
    ...meanResult(
      { ...law, name: 'Z_tot = pV / (R T_tot) at rest' },
      resting.map((cell) => cell.totalCompressibility),
    ),
    ...meanResult(
      { ...law, name: 'Z = pV / (R T) at rest and low T' },
      coldCells(resting).map((cell) => cell.compressibility),
    ),
  ];
}
