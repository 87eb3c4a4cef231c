/**
 * What a body is told to do in its next step: one of the three protocols of arXiv 2511.07308 with this step's numbers.
 * All rates are per step. The update is w <- w - eta v with v <- a v + g + lambda w (classical momentum a, coupled
 * weight decay), where eta is given directly or follows from the effective learning rate as eta = eta_eff r^2.
 */
export type Control = FixedLearningRate | FixedEffectiveLearningRate | FixedSphere;

/** Learning rate eta and weight decay lambda held: temperature and volume both settle. */
export interface FixedLearningRate {
  readonly protocol: 'fixedLearningRate';
  /** eta, in units of loss curvature's inverse; at least 0. */
  readonly learningRate: number;
  /** lambda, the pressure p. Negative values push outwards (feed-forward of a fast expansion). */
  readonly weightDecay: number;
  /** a, in [0, 1). */
  readonly momentum: number;
}

/** Effective learning rate eta_eff = eta / r^2 and weight decay held: temperature and pressure are given. */
export interface FixedEffectiveLearningRate {
  readonly protocol: 'fixedEffectiveLearningRate';
  readonly effectiveLearningRate: number;
  readonly weightDecay: number;
  readonly momentum: number;
}

/**
 * Effective learning rate and radius held, no decay, rescaled to `radius` after each step: temperature and volume are
 * given and the pressure is read off the rescaling. A radius that moves from step to step is a prescribed volume.
 */
export interface FixedSphere {
  readonly protocol: 'fixedSphere';
  readonly effectiveLearningRate: number;
  /** r0 = |w| after the step; greater than 0. */
  readonly radius: number;
  readonly momentum: number;
}

/** The names of the three protocols. */
export type Protocol = Control['protocol'];
