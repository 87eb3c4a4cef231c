import type * as tf from '@tensorflow/tfjs';
import { add, multiply } from '../tensors/index.js';

/** b last + (1 - b) next. */
export function movingAverage(last: tf.Tensor, next: tf.Tensor, keep: tf.Scalar, take: tf.Scalar): tf.Tensor {
  return add(multiply(last, keep), multiply(next, take));
}
