import type { MeasuredCell } from '../measurement/measuredCell.js';

/** T up to which a cell counts as cold: there the step's own size moves U by less than half a per cent. */
export const coldTemperature = 0.005;

/** The cells at low temperature: the colder half of the published grid. */
export function coldCells(cells: readonly MeasuredCell[]): MeasuredCell[] {
  // The coldest rows end at 0.005 itself, which rounding may put on either side.
  return cells.filter((cell) => cell.expectedTemperature <= coldTemperature * (1 + 1e-9));
}
