import { entropyModule } from '../kernel/entropyModule.js';
import { cellGrid } from './cellGrid.js';
import { cellSearch } from './cellSearch.js';
import { planeSearch } from './planeSearch.js';
import { sortIntoCells } from './sortIntoCells.js';

/**
 * Finds the Euclidean distance of each point to its k-th nearest other, exactly.
 *
 * The points are sorted into square cells over the two columns in which they spread most, and each looks through the cells
 * around its own until all others are too far by these two columns alone: about ten looks a point where they are spread
 * evenly in a plane, up to N in high dimensions. Memory is taken once, for `rows` points of `columns` numbers.
 *
 * @returns a function that reads the points, a row each, and writes the squares of the distances, in no order.
 */
export function nearestDistances({
  rows,
  columns,
  neighbour,
}: {
  readonly rows: number;
  readonly columns: number;
  readonly neighbour: number;
}): (points: Float64Array, squares: Float64Array) => void {
  const module = columns <= 2 && neighbour === 1 ? entropyModule() : null;
  const { cells, search } =
    module === null ? cellSearch(rows, columns, neighbour) : planeSearch(module, rows);
  const cellOf = new Uint32Array(rows);
  return (points, squares) => {
    const grid = cellGrid(points, rows, columns);
    sortIntoCells(points, columns, grid, cells, cellOf);
    search(grid, squares);
  };
}
