import * as tf from '@tensorflow/tfjs';
import { add, pack } from '../tensors/index.js';

/**
 * Sums over the steps since the last reading, kept on the device: one addition a step, one small tensor to read.
 */
export interface WindowSums {
  /** Adds one step's scalars; their number is fixed by the first step. */
  add(values: readonly tf.Scalar[]): void;
  /** The sums (caller disposes), which start again at zero; null when nothing was added. */
  take(): tf.Tensor1D | null;
  /** The sums as they stand, kept by the window; null when nothing was added. */
  readonly sums: tf.Tensor1D | null;
  /** Replaces the sums by saved ones. */
  restore(sums: tf.Tensor1D): void;
  dispose(): void;
}

/** Sums that stand at zero. */
export function windowSums(): WindowSums {
  let sums: tf.Tensor1D | null = null;
  const replace = (next: tf.Tensor1D | null): void => {
    sums?.dispose();
    sums = next;
  };
  return {
    add(values) {
      const step = pack(values);
      replace(tf.keep(sums === null ? step : add(sums, step)));
    },
    take() {
      const taken = sums;
      if (taken !== null) sums = tf.keep(tf.zerosLike(taken));
      return taken;
    },
    get sums() {
      return sums;
    },
    restore: (saved) => replace(tf.keep(tf.clone(saved))),
    dispose: () => replace(null),
  };
}
