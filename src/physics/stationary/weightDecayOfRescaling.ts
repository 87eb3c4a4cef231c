import { requirePositive } from '../../error.js';
import { momentumGain } from '../state/index.js';

/**
 * The weight decay read off one rescaling to a sphere: what would have taken the radius back just as far.
 *
 * lambda_eff = (r_before - r0) (1 - a) / (eta_eff r0^3)
 *
 * Decay lambda shortens the weights by eta lambda r0 / (1 - a) a step, eta = eta_eff r0^2. Its mean over many steps
 * obeys the gas law, `effectiveWeightDecay`, to first order in the step.
 *
 * @throws ThermoError when a radius or eta_eff is not positive or a is outside [0, 1).
 * @see arXiv 2511.07308 (without momentum)
 */
export function weightDecayOfRescaling({
  radiusBefore,
  radius,
  effectiveLearningRate,
  momentum = 0,
}: {
  /** |w| after the step, before the rescaling; greater than 0. */
  readonly radiusBefore: number;
  /** r0, the radius rescaled to; greater than 0. */
  readonly radius: number;
  /** eta_eff = eta / r0^2, greater than 0. */
  readonly effectiveLearningRate: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}): number {
  requirePositive('radiusBefore', radiusBefore);
  requirePositive('radius', radius);
  requirePositive('effectiveLearningRate', effectiveLearningRate);
  return (radiusBefore - radius) / (momentumGain(momentum) * effectiveLearningRate * radius ** 3);
}
