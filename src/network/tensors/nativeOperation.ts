import * as tf from '@tensorflow/tfjs';

/** What the native backend offers beyond tfjs's own operations. */
interface NativeBackend extends tf.KernelBackend {
  readonly binding: { readonly TF_ATTR_TYPE: number; readonly TF_FLOAT: number };
  executeSingleOutput(name: string, attributes: object[], inputs: tf.Tensor[]): tf.Tensor;
}

let typed: { readonly backend: NativeBackend; readonly attributes: object[] } | null = null;

/**
 * An operation of TensorFlow's own on float32 tensors, with no attribute but their type; null where the backend is not
 * TensorFlow's. Called past tfjs's engine it costs three quarters of what a kernel costs through it.
 */
export function nativeOperation<T extends tf.Tensor>(name: string, ...inputs: tf.Tensor[]): T | null {
  if (tf.getBackend() !== 'tensorflow') return null;
  const backend = tf.backend() as NativeBackend;
  if (typed?.backend !== backend) {
    const { TF_ATTR_TYPE, TF_FLOAT } = backend.binding;
    typed = { backend, attributes: [{ name: 'T', type: TF_ATTR_TYPE, value: TF_FLOAT }] };
  }
  return backend.executeSingleOutput(name, typed.attributes, inputs) as T;
}
