/** How directions become points between which distances are Euclidean. */
export interface Coordinates {
  /** Numbers in a point. */
  readonly columns: number;
  /**
   * Writes the point of one row of weights, whatever its norm, and returns ln J, the logarithm of the volume element there.
   * A row of norm 0 or with a number that is not finite gives NaN.
   */
  locate(weights: ArrayLike<number>, row: number, points: Float64Array, point: number): number;
  /** The distance on the sphere that belongs to a Euclidean distance. */
  distance(euclidean: number): number;
}
