import { ThermoError, requireFinite, requireNonNegative, requirePositive } from '../../error.js';
import { exponentialMean } from '../exponentialMean.js';
import { momentumGain } from '../state/index.js';

/**
 * The radius after some steps at fixed effective learning rate and weight decay, in the limit of small steps.
 *
 * r^2(t) = r*^2 / (1 + (r*^2 / r0^2 - 1) e^(-k t)), k = eta_eff^2 M = 2 eta_eff lambda r*^2, a logistic curve;
 * at lambda = 0 r^2 = r0^2 e^(k t), at M = 0 r^2 = r0^2 / (1 + 2 eta_eff lambda r0^2 t).
 *
 * The solution of dr^2/dt = k r^2 - 2 eta_eff lambda r^4; eta_eff stands for eta_eff / (1 - a).
 *
 * @throws ThermoError when r0 is not positive, t, eta_eff or M is negative, lambda is not finite, a is outside [0, 1),
 *   or a negative lambda has driven the radius to infinity by t.
 */
export function radiusAtFixedEffectiveLearningRate({
  initialRadius,
  steps,
  effectiveLearningRate,
  weightDecay,
  secondMoment,
  momentum = 0,
}: {
  /** r0, greater than 0. */
  readonly initialRadius: number;
  /** t, at least 0; need not be whole. */
  readonly steps: number;
  /** eta_eff = eta / r^2, at least 0. */
  readonly effectiveLearningRate: number;
  /** lambda; may be 0, or negative for a while. */
  readonly weightDecay: number;
  /** M = E|g_B|^2 r^2, held; at least 0. */
  readonly secondMoment: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}): number {
  requirePositive('initialRadius', initialRadius);
  requireNonNegative('steps', steps);
  requireNonNegative('effectiveLearningRate', effectiveLearningRate);
  requireFinite('weightDecay', weightDecay);
  requireNonNegative('secondMoment', secondMoment);
  const rate = effectiveLearningRate * momentumGain(momentum);
  const growth = rate ** 2 * secondMoment * steps;
  // Numerator and denominator are divided by e^(k t), which overflows long before the radius does.
  const braked = 2 * rate * weightDecay * initialRadius ** 2 * steps * exponentialMean(-growth);
  const denominator = Math.exp(-growth) + braked;
  if (denominator <= 0) {
    throw new ThermoError(
      `weightDecay is ${weightDecay}: it drives the radius to infinity within ${steps} steps; ` +
        'pass fewer steps or a weightDecay of at least 0',
    );
  }
  return initialRadius / Math.sqrt(denominator);
}
