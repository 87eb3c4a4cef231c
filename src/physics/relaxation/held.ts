/**
 * What is held while a radius relaxes: the numbers of one of the three protocols of arXiv 2511.07308. With momentum a,
 * every law here holds with eta / (1 - a) in place of eta.
 */
export type Held = HeldLearningRate | HeldEffectiveLearningRate | HeldSphere;

/** Learning rate and weight decay held. */
export interface HeldLearningRate {
  /** Tells which of the three it is. */
  readonly protocol: 'fixedLearningRate';
  /** eta, at least 0. */
  readonly learningRate: number;
  /** lambda. */
  readonly weightDecay: number;
  /** a, in [0, 1). */
  readonly momentum: number;
}

/** Effective learning rate and weight decay held. */
export interface HeldEffectiveLearningRate {
  /** Tells which of the three it is. */
  readonly protocol: 'fixedEffectiveLearningRate';
  /** eta_eff = eta / r^2, at least 0. */
  readonly effectiveLearningRate: number;
  /** lambda. */
  readonly weightDecay: number;
  /** a, in [0, 1). */
  readonly momentum: number;
}

/** The radius itself held. */
export interface HeldSphere {
  /** Tells which of the three it is. */
  readonly protocol: 'fixedSphere';
}
