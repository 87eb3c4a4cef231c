import type * as tf from '@tensorflow/tfjs';

/**
 * Where the gradients of a noise estimate come from.
 *
 * - `batch`: from the batch of the step itself, in parts. Costs no data, but batch norm sees smaller batches, which is
 *   noisier than the training is: with batch norm in small batches prefer a probe.
 * - a `LossProbe` or `DataProbe`: from fresh examples at the full batch size, drawn independently each time.
 */
export type NoiseSource = 'batch' | LossProbe | DataProbe;

/** A probe for custom loops: the training loss as a closure. */
export interface LossProbe {
  /** b, the batch size of the training. */
  readonly batchSize: number;
  /** The mean training loss over `size` examples drawn afresh; a scalar. */
  loss(size: number): tf.Scalar;
}

/** A probe for compiled models: the model's own loss on examples drawn afresh. */
export interface DataProbe {
  /** b, the batch size of the training. */
  readonly batchSize: number;
  /** `size` examples, in tensors of their own: the monitor disposes them. */
  draw(size: number): { readonly xs: tf.Tensor; readonly ys: tf.Tensor };
}

/**
 * How noise is estimated from two gradients at the same weights (physics/noise has the formulas).
 *
 * - `pair`: two batches of one size.
 * - `twoBatchSizes`: half a batch and a whole one (arXiv 1812.06162); rougher, and needs no second half.
 */
export type NoiseEstimator = 'pair' | 'twoBatchSizes';
