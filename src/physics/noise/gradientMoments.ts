/** A batch gradient taken apart: the noise in it and the full gradient under it. */
export interface GradientMoments {
  /** trSigma = E|g_B - g|^2, at the batch size that the estimator says. Times r^2 it is taken to the unit sphere. */
  readonly noise: number;
  /** |g|^2, the squared norm of the full gradient; a single estimate may be negative, its mean is not. */
  readonly signal: number;
}
