import { requireFinite, requirePositive } from '../../error.js';
import { gasConstant } from '../state/index.js';

/**
 * The entropy of the gas: that of the direction, plus the room that a sphere of radius r gives it.
 *
 * S = S_dir + (d - 1) ln r
 *
 * @returns S in nats.
 * @throws ThermoError when S_dir is not finite, r is not positive, or d is not a whole number of at least 2.
 * @see arXiv 2511.07308
 */
export function entropy({
  directionEntropy,
  radius,
  dimension,
}: {
  /** S_dir, the differential entropy of w/|w| on the unit sphere, in nats. */
  readonly directionEntropy: number;
  /** r = |w|, greater than 0. */
  readonly radius: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
}): number {
  requireFinite('directionEntropy', directionEntropy);
  return directionEntropy + 2 * gasConstant(dimension) * Math.log(requirePositive('radius', radius));
}
