import { linearRegression } from 'simple-statistics';
import type { MeasuredCell } from '../measurement/measuredCell.js';

/**
 * dS / dlog(coordinate) in each line of cells along the coordinate, by a straight line.
 *
 * @param cells a full grid.
 * @param along the coordinate that varies; the other one is held, and its order is that of the slopes.
 */
export function lineSlopes(cells: readonly MeasuredCell[], along: 'rate' | 'constraint'): number[] {
  const held = along === 'rate' ? 'column' : 'row';
  const count = Math.max(...cells.map((cell) => cell[held])) + 1;
  return Array.from({ length: count }, (_, line) => {
    const points = cells.filter((cell) => cell[held] === line);
    return linearRegression(points.map((cell) => [Math.log(cell[along]), cell.entropy])).m;
  });
}
