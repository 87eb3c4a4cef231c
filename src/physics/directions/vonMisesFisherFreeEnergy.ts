import { requireFinite, requireNonNegative, requirePositive } from '../../error.js';
import { heightIntegral } from './heightIntegral.js';

/**
 * The Helmholtz energy of a gas of directions in the loss L(u) = offset + h mu.u, mu of norm 1.
 *
 * F = U - T S = -T ln of the integral of exp(-L/T) over the unit sphere;
 * in d = 3 it is offset - T ln(4 pi sinh(h/T) / (h/T))
 *
 * @returns F in units of the loss.
 * @throws ThermoError when d is not a whole number of at least 2, T is not positive, or h is negative or not finite.
 * @see arXiv 2511.07308
 */
export function vonMisesFisherFreeEnergy({
  dimension,
  temperature,
  strength = 1,
  offset = 0,
}: {
  /** d, at least 2. */
  readonly dimension: number;
  /** T, greater than 0. */
  readonly temperature: number;
  /** h, at least 0; default 1. */
  readonly strength?: number;
  /** What is added to the loss; default 0. */
  readonly offset?: number;
}): number {
  requirePositive('temperature', temperature);
  requireNonNegative('strength', strength);
  requireFinite('offset', offset);
  const { logarithm } = heightIntegral({ dimension, concentration: strength / temperature });
  return offset - strength - temperature * logarithm;
}
