import { instantiate } from '../kernel/instantiate.js';
import type { CellSearch } from './cellSearch.js';
import { mostCells } from './sortedCells.js';

/** The search for nearest neighbours in at most two columns in WebAssembly: the same as in TypeScript, several times as fast. */
export function planeSearch(module: WebAssembly.Module, rows: number): CellSearch {
  // The kernel looks at two points at a time, the last of them up to two behind the end.
  const padded = rows + 2;
  const ysStart = 8 * padded;
  const squaresStart = ysStart + 8 * padded;
  const endsStart = squaresStart + 8 * rows;
  const { buffer, exports } = instantiate(module, endsStart + 4 * mostCells(rows));
  const xs = new Float64Array(buffer, 0, padded).fill(Infinity);
  const found = new Float64Array(buffer, squaresStart, rows);
  return {
    cells: {
      xs,
      ys: new Float64Array(buffer, ysStart, padded),
      others: new Float64Array(0),
      ends: new Uint32Array(buffer, endsStart, mostCells(rows)),
    },
    search({ xCells, yCells, xOrigin, yOrigin, side }, squares) {
      exports.searchPlane(0, ysStart, endsStart, xCells, yCells, xOrigin, yOrigin, side, squaresStart);
      squares.set(found);
    },
  };
}
