import type { Point } from '../../control/index.js';
import type { MeasuredCell } from '../../simulator/study/index.js';

/** A cell as a point of a run: its numbers, under the cell's number from 1 in place of a step. */
export function studyPoint(cell: MeasuredCell, number: number): Point {
  const { directionEntropies: _, ...numbers } = cell;
  return { step: number, phase: cell.protocol, loss: cell.internalEnergy, ...numbers };
}
