import type * as tf from '@tensorflow/tfjs';
import type { Bound } from '../optimizer/binding.js';
import type { Motion } from '../optimizer/protocols/motion.js';
import type { ShownStep } from '../optimizer/gauge.js';
import type { Scalars } from '../optimizer/scalars.js';

/** One step that is to be taken. */
export interface Step {
  /** Gradients by variable name, as they were given: of those that have one. */
  readonly gradients: ReadonlyMap<string, tf.Tensor>;
  /** The same after clipping. */
  readonly clipped: ReadonlyMap<string, tf.Tensor>;
  /** The variables that have a gradient. */
  readonly variables: readonly tf.Variable[];
  /** The names of those that decay. */
  readonly decayed: ReadonlySet<string>;
  /** What the gas is bound to; null where nothing asks for it. */
  readonly gas: Gas | null;
  readonly scalars: Scalars;
  /** Has the wrapped optimizer take its step at a rate, with the gradients of this map. */
  moveBy(rate: number, gradients: ReadonlyMap<string, tf.Tensor>): void;
}

/** The scale-invariant groups in a step. */
export interface Gas {
  readonly bound: Bound;
  /** Each group before the step. */
  readonly motions: readonly (Motion | null)[];
  readonly shown: ShownStep;
}
