import type { Control } from './control.js';

/**
 * What a body shows when it is read: numbers on the host, means over the `window` steps since the last reading unless
 * said otherwise. All moments are taken to the unit sphere, so they do not depend on the radius.
 */
export interface Observation {
  /** Steps taken when the reading was made. */
  readonly step: number;
  /** Steps the means are taken over. */
  readonly window: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
  /** |w|, after the last step of the window. */
  readonly radius: number;
  /** Mean of |w|^2. */
  readonly squaredRadius: number;
  /** Mean training loss; null when the body was not shown it. */
  readonly loss: number | null;
  /** M = E|g|^2 r^2, the total second moment of the batch gradient on the unit sphere. */
  readonly secondMoment: number;
  /** eta_eff, weighted by |g|^2 r^2, so that its product with `secondMoment` is the mean of eta |g|^2. */
  readonly effectiveLearningRate: number;
  /** lambda as applied or, on a sphere, as read off the rescaling: (1 - a) (r_before - r0) / (eta_eff r0^3). */
  readonly pressure: number;
  /** trSigma = E|g_B - g|^2 r^2, the unbiased noise of the batch gradient on the unit sphere; null when not estimated. */
  readonly noise: number | null;
  /** Angle between the weights before and after the last step of the window, in radians; null when not measured. */
  readonly angle: number | null;
  /** g_t . g_(t+1) / (|g_t| |g_(t+1)|) of the last two steps; negative at the edge of stability; null when not measured. */
  readonly stepCorrelation: number | null;
  /** The share of the steps that the guard against runaway held back: 0 in ordinary training. */
  readonly guarded: number;
  /**
   * The control of the last step; of a momentum that moved within the window, that whose 1 / (1 - a) is the mean of the steps',
   * weighted by their rates, so that the temperature is that of the window.
   */
  readonly control: Control;
  /**
   * False where the steps are not along the gradient, as those of an adaptive optimizer, so that T does not follow from
   * `secondMoment` and `noise`; else left out.
   */
  readonly hasTemperature?: false;
}
