import * as tf from '@tensorflow/tfjs';
import { sumOf } from './elementwise.js';
import { nativeOperation } from './nativeOperation.js';

/**
 * |x|^2 of float32 tensors taken as one vector, a scalar on the device; one pass over each.
 *
 * TensorFlow has |x|^2 / 2 as one fused operation, four times as fast as square and sum; elsewhere it is composed.
 */
export function squaredNorm(...tensors: readonly tf.Tensor[]): tf.Scalar {
  const halves = tensors.map((tensor) => nativeOperation<tf.Scalar>('L2Loss', tensor));
  if (halves.every((half) => half !== null)) {
    // Summed and doubled in one operation.
    return sumOf([...halves, ...halves]);
  }
  return sumOf(tensors.map((tensor): tf.Scalar => tf.sum(tf.square(tensor))));
}
