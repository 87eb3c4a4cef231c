import { requireNonNegative } from '../../error.js';
import { momentumGain } from '../state/index.js';

/**
 * The angle by which the weights turn in a step at rotational equilibrium, for SGD with decay coupled to the gradient.
 *
 * sqrt(2 eta lambda / (1 + a)), the root mean square of |step| / |w|, in radians while small
 *
 * @throws ThermoError when eta or lambda is negative or a is outside [0, 1).
 * @see A. Kosson, B. Messmer and M. Jaggi, arXiv 2305.17212
 */
export function equilibriumAngle({
  learningRate,
  weightDecay,
  momentum = 0,
}: {
  /** eta, at least 0. */
  readonly learningRate: number;
  /** lambda, at least 0. */
  readonly weightDecay: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}): number {
  requireNonNegative('learningRate', learningRate);
  requireNonNegative('weightDecay', weightDecay);
  momentumGain(momentum);
  return Math.sqrt((2 * learningRate * weightDecay) / (1 + momentum));
}
