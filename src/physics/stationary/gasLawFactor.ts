import { ThermoError, requireFinite, requireNonNegative } from '../../error.js';
import { momentumGain } from '../state/index.js';

/**
 * The finite-step correction of the gas law: p V f = R T_tot holds exactly for SGD with decay coupled to the gradient.
 *
 * f = 1 - eta lambda / (2 (1 + a))
 *
 * Derived from the stationary second moments of w and v under v <- a v + g + lambda w, w <- w - eta v, with g.w = 0.
 * Exact without momentum; with momentum exact when the gradient is uncorrelated with the velocity (the ideal gas).
 *
 * @throws ThermoError when eta is negative, lambda is not finite, a is outside [0, 1), or eta lambda >= 2 (1 + a),
 *   where the decay overshoots and no stationary state exists.
 */
export function gasLawFactor({
  learningRate,
  weightDecay,
  momentum = 0,
}: {
  /** eta, at least 0. */
  readonly learningRate: number;
  /** lambda. */
  readonly weightDecay: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}): number {
  requireNonNegative('learningRate', learningRate);
  requireFinite('weightDecay', weightDecay);
  momentumGain(momentum);
  const factor = 1 - (learningRate * weightDecay) / (2 * (1 + momentum));
  if (factor <= 0) {
    throw new ThermoError(
      `learningRate times weightDecay is ${learningRate * weightDecay}: ` +
        `lower either until it is below 2 (1 + momentum) = ${2 * (1 + momentum)}, or the decay overshoots`,
    );
  }
  return factor;
}
