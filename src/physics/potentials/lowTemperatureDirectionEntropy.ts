import { requirePositive } from '../../error.js';
import { gasConstant } from '../state/index.js';

/**
 * The differential entropy of the direction w/|w| of a cold gas in the loss L = mu.w/|w| + const, to first order in T.
 *
 * S_dir = R ln(2 pi e T) - (d - 1)(d - 3) T / 4
 *
 * The direction then follows a von Mises-Fisher distribution with kappa = 1/T, of which this is the expansion.
 *
 * @returns S_dir in nats.
 * @throws ThermoError when T is not positive or d is not a whole number of at least 2.
 * @see arXiv 2511.07308 for the leading term
 */
export function lowTemperatureDirectionEntropy({
  temperature,
  dimension,
}: {
  /** T, greater than 0; the expansion asks for T (d - 1) well below 1. */
  readonly temperature: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
}): number {
  const constant = gasConstant(dimension);
  requirePositive('temperature', temperature);
  return constant * (Math.log(2 * Math.PI * Math.E * temperature) - ((dimension - 3) * temperature) / 2);
}
