import { gasConstant } from '../../../physics/index.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { toyModel } from '../toyModel.js';
import { coldCells } from './coldCells.js';
import { meanResult } from './meanResult.js';
import type { StudyResult } from './studyResult.js';

/** The energy of the cold cells over equipartition's, U = R T. */
export function energyResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const constant = gasConstant(toyModel.dimension);
  return meanResult(
    { protocol: cells[0]!.protocol, name: 'U / (R T) at low T', theory: 1, tolerance: 0.02 },
    coldCells(cells).map((cell) => cell.internalEnergy / (constant * cell.temperature)),
  );
}
