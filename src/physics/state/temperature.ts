import { gasConstant } from './gasConstant.js';
import { momentumGain } from './momentumGain.js';

/**
 * The temperature: how strongly gradient noise shakes the direction of the weights.
 *
 * T = eta_eff sigma^2 / (2 (1 - a)), sigma^2 = trSigma / (d - 1)
 *
 * @returns T in units of the loss; negative only when an unbiased noise estimate came out negative.
 * @throws ThermoError when d is not a whole number of at least 2 or a is outside [0, 1).
 * @see arXiv 2511.07308
 */
export function temperature({
  effectiveLearningRate,
  noise,
  dimension,
  momentum = 0,
}: {
  /** eta_eff = eta / r^2. */
  readonly effectiveLearningRate: number;
  /** trSigma = E|g_B - g|^2 r^2, the noise of the batch gradient taken to the unit sphere. */
  readonly noise: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}): number {
  return (effectiveLearningRate * noise * momentumGain(momentum)) / (4 * gasConstant(dimension));
}
