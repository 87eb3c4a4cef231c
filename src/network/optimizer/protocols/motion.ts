import type * as tf from '@tensorflow/tfjs';
import type { Scalars } from '../scalars.js';

/** The velocities v of a group, one tensor a variable, held as v / scale: see the fixed effective learning rate. */
export interface Velocity {
  readonly tensors: readonly tf.Tensor[];
  /** On the device; 1 in all ordinary steps. */
  readonly scale: tf.Scalar;
}

/** A group of weights before a step; the arrays go variable by variable, in one order. */
export interface Motion {
  readonly weights: readonly tf.Tensor[];
  readonly gradients: readonly tf.Tensor[];
  /** v of the last step, 0 before the first; null where there is no momentum in any step. */
  readonly velocity: Velocity | null;
  /** |w|^2 over the whole group. */
  readonly squaredRadius: tf.Scalar;
  /** |g|^2 over the whole group. */
  readonly squaredGradient: tf.Scalar;
  /** M = |g|^2 |w|^2. */
  readonly secondMoment: tf.Scalar;
  readonly scalars: Scalars;
}

/** The group after the step, with what the step showed. Everything stays on the device. */
export interface Moved {
  readonly weights: readonly tf.Tensor[];
  readonly velocity: Velocity | null;
  /** eta |g|^2 = eta_eff M: the heating rate times |g|^2. */
  readonly heating: tf.Scalar;
  /** eta, less what the guard took off. */
  readonly heatingRate: tf.Scalar;
  /** lambda, or its reading off the sphere's rescaling. */
  readonly pressure: tf.Scalar;
  /** The share of the step that the guard left; 1 in an ordinary step. */
  readonly kept: tf.Scalar;
}

/** The numbers of a step at fixed effective learning rate. */
export interface EffectiveStep {
  readonly effectiveLearningRate: number;
  readonly weightDecay: number;
  readonly momentum: number;
}
