import { sampleStandardDeviation } from 'simple-statistics';
import type { Estimate } from '../../../physics/index.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';

/**
 * The value of the cell where a ratio is farthest from 1. Its standard error is the scatter of the ratio over the cells of
 * its row, whose chains are as noisy as its own.
 */
export function farthestCell(
  cells: readonly MeasuredCell[],
  ratio: (cell: MeasuredCell) => number,
): Estimate {
  const farthest = cells.reduce((a, b) => (Math.abs(ratio(b) - 1) > Math.abs(ratio(a) - 1) ? b : a));
  const row = cells.filter((cell) => cell.row === farthest.row).map(ratio);
  return { value: ratio(farthest), standardError: sampleStandardDeviation(row) };
}
