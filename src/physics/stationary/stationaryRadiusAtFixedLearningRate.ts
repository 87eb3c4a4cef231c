import { requireNonNegative, requirePositive } from '../../error.js';
import { momentumGain } from '../state/index.js';

/** Learning rate and weight decay of a fixed-learning-rate run, and the gradient moment that drives it outwards. */
export interface FixedLearningRateGas {
  /** eta, at least 0. */
  readonly learningRate: number;
  /** lambda, greater than 0. */
  readonly weightDecay: number;
  /** M = E|g_B|^2 r^2, at least 0; trSigma gives the ideal gas. */
  readonly secondMoment: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}

/**
 * The radius at which a run with fixed learning rate and weight decay settles, in the limit of small steps.
 *
 * r*^4 = eta M / (2 lambda (1 - a)); with M = trSigma = (d - 1) sigma^2 it is eta sigma^2 (d - 1) / (2 lambda (1 - a)).
 *
 * @throws ThermoError when eta or M is negative, lambda is not positive, or a is outside [0, 1).
 * @see arXiv 2511.07308
 */
export function stationaryRadiusAtFixedLearningRate({
  learningRate,
  weightDecay,
  secondMoment,
  momentum = 0,
}: FixedLearningRateGas): number {
  requireNonNegative('learningRate', learningRate);
  requirePositive('weightDecay', weightDecay);
  requireNonNegative('secondMoment', secondMoment);
  return ((learningRate * momentumGain(momentum) * secondMoment) / (2 * weightDecay)) ** 0.25;
}
