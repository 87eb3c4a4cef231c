import { requireNonNegative } from '../../error.js';
import { gasConstant } from '../state/index.js';

/**
 * The temperature of a gas that stands still at volume V under pressure p.
 *
 * T = p V / R
 *
 * @throws ThermoError when p or V is negative, or d is not a whole number of at least 2.
 * @see arXiv 2511.07308
 */
export function equilibriumTemperature({
  pressure,
  volume,
  dimension,
}: {
  /** p = lambda, at least 0. */
  readonly pressure: number;
  /** V = r^2 / 2, at least 0. */
  readonly volume: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
}): number {
  requireNonNegative('pressure', pressure);
  return (pressure * requireNonNegative('volume', volume)) / gasConstant(dimension);
}
