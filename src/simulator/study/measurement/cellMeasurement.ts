/** What one chain showed: plain numbers, so that a worker can send them. Means over the blocks of the averaged steps. */
export interface CellMeasurement {
  /** r^2. */
  readonly squaredRadius: readonly number[];
  /** L. */
  readonly energy: readonly number[];
  /** M. */
  readonly secondMoment: readonly number[];
  /** eta |g|^2. */
  readonly heating: readonly number[];
  /** lambda, or what the rescaling to the sphere amounts to. */
  readonly pressure: readonly number[];
  /** The entropy of the direction each `entropyEvery` steps, from the first on. */
  readonly directionEntropies: readonly number[];
  /** The entropy of the direction from each set of thinned weights; empty where the run is too short for one. */
  readonly thinnedDirectionEntropies: readonly number[];
}
