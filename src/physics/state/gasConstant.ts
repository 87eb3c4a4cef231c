import { requireCount } from '../../error.js';

/**
 * The gas constant of d scale-invariant parameters: half a unit for each direction in which the weights can turn.
 *
 * R = (d - 1) / 2
 *
 * @param dimension d, the number of scale-invariant parameters; a whole number of at least 2.
 * @throws ThermoError when d is not a whole number of at least 2.
 * @see arXiv 2511.07308
 */
export function gasConstant(dimension: number): number {
  return (requireCount('dimension', dimension, 2) - 1) / 2;
}
