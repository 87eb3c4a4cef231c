import { gammaln } from 'simple-statistics';
import { requireCount } from '../../error.js';

/**
 * The logarithm of the area of the unit sphere in d dimensions: the entropy of a uniform direction, in nats.
 *
 * ln |S^(d-1)| = ln 2 + (d/2) ln pi - ln Gamma(d/2)
 *
 * @param dimension d, at least 1; two points are the sphere of d = 1.
 * @throws ThermoError when d is not a whole number of at least 1.
 * @see NIST Digital Library of Mathematical Functions, 5.19.4
 */
export function lnSphereArea(dimension: number): number {
  const half = requireCount('dimension', dimension) / 2;
  return Math.LN2 + half * Math.log(Math.PI) - gammaln(half);
}
