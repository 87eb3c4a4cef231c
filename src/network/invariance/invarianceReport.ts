/**
 * What is known of one trainable variable under scaling w -> c w, c > 0, in training mode.
 *
 * - `invariant`: the loss does not change when this variable alone is scaled.
 * - `jointly-invariant`: it does not change when the variable's whole group is scaled by one factor.
 * - `null-direction`: the loss does not depend on it at all (a bias that a normalization subtracts): no part of w.
 * - `not-invariant`: neither holds, or the variable is a normalization's gamma or beta, which are held out of w.
 */
export type Verdict = 'invariant' | 'jointly-invariant' | 'null-direction' | 'not-invariant';

/** The verdict on one trainable variable and the sentence that supports it. */
export interface VariableVerdict {
  /** The variable's unique name, as in `variable.name`. */
  readonly name: string;
  /** The layer that owns it, nested models and wrappers included: `encoder/conv1`. */
  readonly path: string;
  /** What the layer calls it: kernel, depthwise_kernel, embeddings, bias, gamma, ... */
  readonly role: string;
  readonly shape: readonly number[];
  /** Number of elements. */
  readonly size: number;
  readonly verdict: Verdict;
  /** Index into `groups`; null where the variable is no part of w. */
  readonly group: number | null;
  /** One sentence that names the layers. */
  readonly reason: string;
}

/** A normalization that removes a scale, with the epsilon by which the removal is inexact. */
export interface NormalizationUsed {
  readonly path: string;
  /** Added to the variance: the invariance holds up to about epsilon / variance. */
  readonly epsilon: number;
}

/** Which trainable variables of a model make up w, the scale-invariant weights. */
export interface InvarianceReport {
  /** One verdict a variable, in the order of `model.trainableWeights` (without its repetitions, if any). */
  readonly variables: readonly VariableVerdict[];
  /**
   * w in its smallest parts, as indices into `variables`: each part may have a radius of its own. A variable invariant
   * alone is a part of one; a joint group is one part, since its members scale only by one factor. Because every part
   * may be scaled freely, so may their union: w as a whole has one global radius.
   */
  readonly groups: readonly (readonly number[])[];
  /** d, the number of elements of w. */
  readonly dimension: number;
  /** The normalizations that make w invariant. */
  readonly normalizations: readonly NormalizationUsed[];
}
