import { requireFinite, requireNonNegative, requirePositive } from '../../error.js';
import { exponentialMean } from '../exponentialMean.js';
import { momentumGain } from '../state/index.js';

/**
 * The radius after some steps at fixed learning rate and weight decay, in the limit of small steps.
 *
 * r^4(t) = r*^4 + (r0^4 - r*^4) e^(-4 eta lambda t), r*^4 = eta M / (2 lambda); at lambda = 0 r^4 = r0^4 + 2 eta^2 M t.
 *
 * The solution of dr^2/dt = -2 eta lambda r^2 + eta^2 M / r^2; eta stands for eta / (1 - a).
 *
 * @throws ThermoError when r0 is not positive, t, eta or M is negative, lambda is not finite, or a is outside [0, 1).
 */
export function radiusAtFixedLearningRate({
  initialRadius,
  steps,
  learningRate,
  weightDecay,
  secondMoment,
  momentum = 0,
}: {
  /** r0, greater than 0. */
  readonly initialRadius: number;
  /** t, at least 0; need not be whole. */
  readonly steps: number;
  /** eta, at least 0. */
  readonly learningRate: number;
  /** lambda; may be 0 or negative. */
  readonly weightDecay: number;
  /** M = E|g_B|^2 r^2, held; at least 0. */
  readonly secondMoment: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}): number {
  requirePositive('initialRadius', initialRadius);
  requireNonNegative('steps', steps);
  requireNonNegative('learningRate', learningRate);
  requireFinite('weightDecay', weightDecay);
  requireNonNegative('secondMoment', secondMoment);
  const rate = learningRate * momentumGain(momentum);
  const decay = -4 * rate * weightDecay * steps;
  const driven = 2 * rate ** 2 * secondMoment * steps * exponentialMean(decay);
  return (initialRadius ** 4 * Math.exp(decay) + driven) ** 0.25;
}
