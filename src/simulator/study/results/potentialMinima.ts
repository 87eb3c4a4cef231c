import { match } from 'ts-pattern';
import { gibbsEnergy, helmholtzEnergy } from '../../../physics/index.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';

/** Where the potential of a cell's T and p (on a sphere: T and V) is smallest over the grid. */
export interface PotentialMinimum {
  /** The cell whose T and p are meant. */
  readonly row: number;
  readonly column: number;
  /** The cell whose U, S and V make the potential smallest. */
  readonly minimumRow: number;
  readonly minimumColumn: number;
  /** How many cells apart they are: 0 for the same, 1 for one of the eight around it. */
  readonly distance: number;
}

/**
 * Looks for each cell's T* and p* which cell's U, S and V make G = U - T* S + p* V smallest; theory says its own. On a sphere
 * V is held, and it is F = U - T* S among the cells of the same radius.
 */
export function potentialMinima(cells: readonly MeasuredCell[]): PotentialMinimum[] {
  return cells.map((held) => {
    const { value, rivals } = potentialAt(held, cells);
    const lowest = rivals.reduce((a, b) => (value(b) < value(a) ? b : a));
    return {
      row: held.row,
      column: held.column,
      minimumRow: lowest.row,
      minimumColumn: lowest.column,
      distance: Math.max(Math.abs(lowest.row - held.row), Math.abs(lowest.column - held.column)),
    };
  });
}

function potentialAt(
  { protocol, expectedTemperature: temperature, constraint, column }: MeasuredCell,
  cells: readonly MeasuredCell[],
): { readonly value: (cell: MeasuredCell) => number; readonly rivals: readonly MeasuredCell[] } {
  return match(protocol)
    .with('fixedSphere', () => ({
      value: ({ internalEnergy, entropy }: MeasuredCell) =>
        helmholtzEnergy({ internalEnergy, temperature, entropy }),
      rivals: cells.filter((cell) => cell.column === column),
    }))
    .with('fixedLearningRate', 'fixedEffectiveLearningRate', () => ({
      value: ({ internalEnergy, entropy, volume }: MeasuredCell) =>
        gibbsEnergy({ internalEnergy, temperature, entropy, pressure: constraint, volume }),
      rivals: cells,
    }))
    .exhaustive();
}
