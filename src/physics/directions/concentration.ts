import { requireCount, requireNonNegative } from '../../error.js';

/** A von Mises-Fisher distribution of directions: density proportional to exp(kappa cos theta) on the unit sphere. */
export interface Concentration {
  /** d, at least 2. */
  readonly dimension: number;
  /** kappa, at least 0; h/T for a gas in the loss h mu.u + const. */
  readonly concentration: number;
}

/** @throws ThermoError when d is not a whole number of at least 2 or kappa is negative or not finite. */
export function requireConcentration({ dimension, concentration }: Concentration): void {
  requireCount('dimension', dimension, 2);
  requireNonNegative('concentration', concentration);
}
