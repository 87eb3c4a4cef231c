/** Some rows of a table of points, by columns; columns without any value are left out. */
export interface Rows {
  readonly count: number;
  /** NaN stands for no value. */
  readonly numbers: readonly (readonly [name: string, column: Float64Array])[];
  readonly texts: readonly (readonly [name: string, column: readonly (string | null)[]])[];
}
