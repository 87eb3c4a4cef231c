import { requireNonNegative, requirePositive } from '../../error.js';
import { momentumGain } from '../state/index.js';

/** Effective rate and weight decay of a fixed-effective-rate run, and the gradient moment that drives it outwards. */
export interface FixedEffectiveLearningRateGas {
  /** eta_eff = eta / r^2, at least 0. */
  readonly effectiveLearningRate: number;
  /** lambda, greater than 0. */
  readonly weightDecay: number;
  /** M = E|g_B|^2 r^2, at least 0; trSigma gives the ideal gas. */
  readonly secondMoment: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}

/**
 * The radius at which a run with fixed effective learning rate and weight decay settles, in the limit of small steps.
 *
 * r*^2 = T_tot (d - 1) / lambda = eta_eff M / (2 lambda (1 - a))
 *
 * @throws ThermoError when eta_eff or M is negative, lambda is not positive, or a is outside [0, 1).
 * @see arXiv 2511.07308
 */
export function stationaryRadiusAtFixedEffectiveLearningRate({
  effectiveLearningRate,
  weightDecay,
  secondMoment,
  momentum = 0,
}: FixedEffectiveLearningRateGas): number {
  requireNonNegative('effectiveLearningRate', effectiveLearningRate);
  requirePositive('weightDecay', weightDecay);
  requireNonNegative('secondMoment', secondMoment);
  return Math.sqrt((effectiveLearningRate * momentumGain(momentum) * secondMoment) / (2 * weightDecay));
}
