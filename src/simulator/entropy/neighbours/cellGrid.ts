/** A grid of square cells over the two columns in which points spread most. */
export interface CellGrid {
  readonly xColumn: number;
  /** The same as x's where there is only one. */
  readonly yColumn: number;
  /** The least values. */
  readonly xOrigin: number;
  readonly yOrigin: number;
  readonly xCells: number;
  readonly yCells: number;
  /** Of a cell; 0 where all points are one. */
  readonly side: number;
}

/** Lays a grid of about as many cells as there are points: of fewer than 2 `rows` + 2. */
export function cellGrid(points: Float64Array, rows: number, columns: number): CellGrid {
  let x = { column: 0, least: 0, width: -1 };
  let y = x;
  for (let column = 0; column < columns; column += 1) {
    const extent = extentOf(points, rows, columns, column);
    if (extent.width > x.width) {
      y = x;
      x = extent;
    } else if (extent.width > y.width) {
      y = extent;
    }
  }
  if (y.width < 0) y = { ...x, width: 0 };
  // Where the points lie so near a line that one row of cells holds them, it has a cell for each.
  const side = Math.max(Math.sqrt((x.width * y.width) / rows), x.width / rows);
  return {
    xColumn: x.column,
    yColumn: y.column,
    xOrigin: x.least,
    yOrigin: y.least,
    xCells: cellsAlong(x.width, side),
    yCells: cellsAlong(y.width, side),
    side,
  };
}

interface Extent {
  readonly column: number;
  readonly least: number;
  readonly width: number;
}

function extentOf(points: Float64Array, rows: number, columns: number, column: number): Extent {
  let least = Infinity;
  let most = -Infinity;
  for (let i = column; i < rows * columns; i += columns) {
    const value = points[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { column, least, width: most - least };
}

function cellsAlong(width: number, side: number): number {
  return side > 0 ? Math.floor(width / side) + 1 : 1;
}
