import * as tf from '@tensorflow/tfjs';
import { nativeOperation } from './nativeOperation.js';

/**
 * Element-wise arithmetic of an optimizer's step, straight on the backend's kernels: the same kernels as tf.mul and its
 * kin, so the same bits, at half their dispatch cost or less. A step makes hundreds of these calls on small tensors, where the
 * checks of tfjs's public operations (types, broadcasting, a scope each) cost as much as the work.
 *
 * All operands are float32; a scalar is broadcast.
 */
export const multiply = <T extends tf.Tensor>(a: T, b: tf.Tensor): T =>
  nativeOperation<T>('Mul', a, b) ?? tf.engine().runKernel('Multiply', { a, b });

/** a + b; see `multiply`. */
export const add = <T extends tf.Tensor>(a: T, b: tf.Tensor): T =>
  nativeOperation<T>('Add', a, b) ?? tf.engine().runKernel('Add', { a, b });

/** a - b; see `multiply`. */
export const subtract = <T extends tf.Tensor>(a: T, b: tf.Tensor): T =>
  nativeOperation<T>('Sub', a, b) ?? tf.engine().runKernel('Sub', { a, b });

/** The sum of tensors of one shape in one pass; see `multiply`. */
export function sumOf<T extends tf.Tensor>(terms: readonly T[]): T {
  return terms.length === 1
    ? terms[0]!
    : tf.engine().runKernel('AddN', terms as unknown as tf.NamedTensorMap);
}

/** a / b; see `multiply`. */
export const divide = <T extends tf.Tensor>(a: T, b: tf.Tensor): T =>
  nativeOperation<T>('RealDiv', a, b) ?? tf.engine().runKernel('RealDiv', { a, b });

/** The smaller of a and b; see `multiply`. */
export const minimum = <T extends tf.Tensor>(a: T, b: tf.Tensor): T =>
  nativeOperation<T>('Minimum', a, b) ?? tf.engine().runKernel('Minimum', { a, b });

/** 1 / sqrt(x); see `multiply`. */
export const inverseRoot = <T extends tf.Tensor>(x: T): T => tf.engine().runKernel('Rsqrt', { x });

/** Scalars side by side in one vector; see `multiply`. */
export const pack = (values: readonly tf.Scalar[]): tf.Tensor1D =>
  tf.engine().runKernel('Pack', values as unknown as tf.NamedTensorMap, { axis: 0 });

/** sqrt(x); see `multiply`. */
export const squareRoot = <T extends tf.Tensor>(x: T): T =>
  nativeOperation<T>('Sqrt', x) ?? tf.engine().runKernel('Sqrt', { x });

/** -1, 0 or 1; see `multiply`. */
export const signOf = <T extends tf.Tensor>(x: T): T => nativeOperation<T>('Sign', x) ?? tf.sign(x);
