/** Points sorted by the cell they are in, cell after cell along x, row of cells after row. */
export interface SortedCells {
  /** The two columns the grid is over. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** The other columns, a row a point. */
  readonly others: Float64Array;
  /** Where the points of each cell end. */
  readonly ends: Uint32Array;
}

/** The most cells that a grid over so many points has, and one more. */
export function mostCells(rows: number): number {
  return 2 * rows + 4;
}
