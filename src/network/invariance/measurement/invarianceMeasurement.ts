import type { Verdict } from '../invarianceReport.js';

/** How nearly scale-invariant a set of weights is, scaled as one. */
export interface ScaleDependence {
  /** Largest |cos(g, w)| over the batches; 0 where there is no gradient. */
  readonly cosine: number;
  /** Largest |L(c w) - L(w)| / |L(w)| over the factors c, on the first batch. */
  readonly lossChange: number;
}

/** What was measured of one variable, scaled alone. */
export interface VariableMeasurement extends ScaleDependence {
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
  /** Largest |g| over the batches, as a share of the largest |g| of any variable. */
  readonly gradientShare: number;
  readonly verdict: Verdict;
  /** One sentence with the numbers. */
  readonly reason: string;
}

/** What was measured of a group of variables, scaled by one factor. */
export interface GroupMeasurement extends ScaleDependence {
  /** Indices into `variables`. */
  readonly members: readonly number[];
  readonly invariant: boolean;
  /** One sentence with the numbers. */
  readonly reason: string;
}

/** The numerical counterpart of an `InvarianceReport`. */
export interface InvarianceMeasurement {
  /** One entry a variable, in the order given. */
  readonly variables: readonly VariableMeasurement[];
  /** The joint groups that were asked about. */
  readonly groups: readonly GroupMeasurement[];
  /** All variables found invariant, alone or jointly, scaled as one; null when there are none. */
  readonly whole: GroupMeasurement | null;
}
