import type { CellGrid } from './cellGrid.js';
import { mostCells, type SortedCells } from './sortedCells.js';

/** Sorted points, and what writes the square of the distance of each to its k-th nearest other. */
export interface CellSearch {
  readonly cells: SortedCells;
  search(grid: CellGrid, squares: Float64Array): void;
}

/** The search in plain TypeScript: any number of columns, any k. */
export function cellSearch(rows: number, columns: number, neighbour: number): CellSearch {
  const rest = Math.max(0, columns - 2);
  const cells = {
    xs: new Float64Array(rows),
    ys: new Float64Array(rows),
    others: new Float64Array(rows * rest),
    ends: new Uint32Array(mostCells(rows)),
  };
  const nearest = new Float64Array(neighbour);
  return { cells, search: (grid, squares) => searchCells(cells, rest, grid, nearest, squares) };
}

/** One loop without calls: it runs for microseconds, tens of thousands of times. */
function searchCells(
  { xs, ys, others, ends }: SortedCells,
  rest: number,
  { xOrigin, yOrigin, xCells, yCells, side }: CellGrid,
  nearest: Float64Array,
  squares: Float64Array,
): void {
  const last = nearest.length - 1;
  let i = 0;
  for (let cell = 0; cell < xCells * yCells; cell += 1) {
    const xCell = cell % xCells;
    const yCell = (cell - xCell) / xCells;
    for (const cellEnd = ends[cell]!; i < cellEnd; i += 1) {
      const x = xs[i]!;
      const y = ys[i]!;
      for (let reach = 1, found = false; !found;) {
        let best = Infinity;
        for (let k = 0; k <= last; k += 1) nearest[k] = Infinity;
        const left = Math.max(0, xCell - reach);
        const right = Math.min(xCells - 1, xCell + reach);
        const low = Math.max(0, yCell - reach);
        const high = Math.min(yCells - 1, yCell + reach);
        for (let row = low; row <= high; row += 1) {
          const start = row * xCells + left;
          const end = ends[row * xCells + right]!;
          for (let j = start === 0 ? 0 : ends[start - 1]!; j < end; j += 1) {
            const dx = xs[j]! - x;
            const dy = ys[j]! - y;
            let square = dx * dx + dy * dy;
            if (square >= best || j === i) continue;
            for (let c = 0; c < rest && square < best; c += 1) {
              const difference = others[j * rest + c]! - others[i * rest + c]!;
              square += difference * difference;
            }
            if (square >= best) continue;
            let place = last;
            for (; place > 0 && nearest[place - 1]! > square; place -= 1)
              nearest[place] = nearest[place - 1]!;
            nearest[place] = square;
            best = nearest[last]!;
          }
        }
        // How far the nearest point can be that was not looked at.
        const border = Math.min(
          left > 0 ? x - xOrigin - left * side : Infinity,
          right < xCells - 1 ? xOrigin + (right + 1) * side - x : Infinity,
          low > 0 ? y - yOrigin - low * side : Infinity,
          high < yCells - 1 ? yOrigin + (high + 1) * side - y : Infinity,
        );
        found = best <= border * border;
        squares[i] = best;
        reach = best < Infinity ? Math.max(reach + 1, Math.ceil(Math.sqrt(best) / side)) : 2 * reach;
      }
    }
  }
}
