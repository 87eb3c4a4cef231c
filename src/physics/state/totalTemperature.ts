import { temperature } from './temperature.js';

/**
 * The temperature as the radius feels it: the whole batch gradient drives the weights outwards, not its noise alone.
 *
 * T_tot = eta_eff M / (2 (d - 1) (1 - a))
 *
 * @returns T_tot in units of the loss; equals T when the full gradient is negligible against the noise.
 * @throws ThermoError when d is not a whole number of at least 2 or a is outside [0, 1).
 * @see arXiv 2511.07308
 */
export function totalTemperature({
  secondMoment,
  ...rest
}: {
  /** eta_eff = eta / r^2. */
  readonly effectiveLearningRate: number;
  /** M = E|g_B|^2 r^2, the second moment of the batch gradient taken to the unit sphere. */
  readonly secondMoment: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}): number {
  return temperature({ ...rest, noise: secondMoment });
}
