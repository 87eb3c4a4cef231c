import { requireFinite, requireNonNegative, requirePositive } from '../../error.js';
import { momentumGain } from '../state/index.js';

/**
 * The weight decay that keeps the radius on a wanted path, however fast the path is.
 *
 * lambda = [(d - 1) T_tot - (dr^2/dt) / (2 eta_eff r^2)] / r^2, where (d - 1) T_tot = eta_eff M / 2;
 * with momentum eta_eff / (1 - a) in place of eta_eff
 *
 * From r^2(t+1) = r^2 (1 - eta_eff lambda r^2)^2 + eta_eff^2 M r^2 to first order in the step. On a path that stands
 * still it is the equilibrium pressure; it is negative, pushing outwards, where the path expands faster than noise
 * drives the weights.
 *
 * @throws ThermoError when r^2 or eta_eff is not positive, M is negative, the rate is not finite, or a is outside
 *   [0, 1).
 */
export function feedForwardWeightDecay({
  effectiveLearningRate,
  secondMoment,
  squaredRadius,
  logVolumeRate,
  momentum = 0,
}: {
  /** eta_eff = eta / r^2 on the path at this step, greater than 0. */
  readonly effectiveLearningRate: number;
  /** M = E|g_B|^2 r^2, at least 0. */
  readonly secondMoment: number;
  /** r^2 on the path at this step, greater than 0. */
  readonly squaredRadius: number;
  /** d ln V / dt = (dr^2/dt) / r^2, what the path asks of this step. */
  readonly logVolumeRate: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}): number {
  requirePositive('effectiveLearningRate', effectiveLearningRate);
  requireNonNegative('secondMoment', secondMoment);
  requirePositive('squaredRadius', squaredRadius);
  requireFinite('logVolumeRate', logVolumeRate);
  const rate = effectiveLearningRate * momentumGain(momentum);
  return ((rate * secondMoment) / 2 - logVolumeRate / (2 * rate)) / squaredRadius;
}
