import type * as tf from '@tensorflow/tfjs';
import type { Scalars } from '../optimizer/scalars.js';

/** The numbers of one step. */
export interface StepNumbers {
  /** eta, at least 0. */
  readonly learningRate: number;
  /** b1, in [0, 1). */
  readonly beta1: number;
  /** b2, in [0, 1). */
  readonly beta2: number;
  /** Added where a moment is divided by; 0 where none is. */
  readonly epsilon: number;
  /** The products of b1 and of b2 over the steps that these weights have taken, this one included. */
  readonly products: readonly [number, number];
  /** 1 - eta lambda; 1 for weights that do not decay. */
  readonly kept: number;
}

/** Weights in a step with what is remembered of them; the arrays go variable by variable. */
export interface AdaptiveMotion {
  readonly weights: readonly tf.Tensor[];
  readonly gradients: readonly tf.Tensor[];
  /** For each moment one tensor a variable. */
  readonly moments: readonly (readonly tf.Tensor[])[];
}

/** How an optimizer moves weights. */
export interface Rule {
  /** The names of the moments that it remembers. */
  readonly moments: readonly string[];
  /** One step; `role` tells the cached numbers of one part of the weights from another's. */
  step(
    motion: AdaptiveMotion,
    numbers: StepNumbers,
    role: string,
    scalars: Scalars,
  ): Pick<AdaptiveMotion, 'weights' | 'moments'>;
}
