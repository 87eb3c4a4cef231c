import type { CellGrid } from './cellGrid.js';
import type { SortedCells } from './sortedCells.js';

/** Sorts points, a row each, into the cells of a grid by counting. `cellOf` is room for a number a point. */
export function sortIntoCells(
  points: Float64Array,
  columns: number,
  grid: CellGrid,
  { xs, ys, others, ends }: SortedCells,
  cellOf: Uint32Array,
): void {
  const { xColumn, yColumn, xOrigin, yOrigin, xCells, yCells, side } = grid;
  const scale = side > 0 ? 1 / side : 0;
  const cells = xCells * yCells;
  const rest = Math.max(0, columns - 2);
  ends.fill(0, 0, cells + 1);
  for (let i = 0; i < cellOf.length; i += 1) {
    const x = Math.floor((points[i * columns + xColumn]! - xOrigin) * scale);
    const y = Math.floor((points[i * columns + yColumn]! - yOrigin) * scale);
    const cell = Math.min(y, yCells - 1) * xCells + Math.min(x, xCells - 1);
    cellOf[i] = cell;
    ends[cell + 1]! += 1;
  }
  for (let cell = 0; cell < cells; cell += 1) ends[cell + 1]! += ends[cell]!;
  for (let i = 0; i < cellOf.length; i += 1) {
    const place = ends[cellOf[i]!]!;
    ends[cellOf[i]!] = place + 1;
    xs[place] = points[i * columns + xColumn]!;
    ys[place] = columns > 1 ? points[i * columns + yColumn]! : 0;
    if (rest === 0) continue;
    let to = place * rest;
    for (let column = 0; column < columns; column += 1) {
      if (column !== xColumn && column !== yColumn) others[to++] = points[i * columns + column]!;
    }
  }
}
