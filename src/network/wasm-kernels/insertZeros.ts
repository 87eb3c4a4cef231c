import * as tf from '@tensorflow/tfjs';

/**
 * Spreads the places of an output gradient by the forward strides, with zeros between: along each axis behind the batch
 * n places become (n - 1) s + 1. This is what undoes a strided step in the gradient of a convolution.
 */
export function insertZeros<Gradient extends tf.Tensor>(
  gradient: Gradient,
  strides: readonly number[],
): Gradient {
  return tf.tidy(() =>
    strides.reduce((spread, stride, index) => spreadAxis(spread, index + 1, stride), gradient),
  );
}

function spreadAxis<Gradient extends tf.Tensor>(gradient: Gradient, axis: number, stride: number): Gradient {
  if (stride === 1) return gradient;
  const { shape } = gradient;
  const places = shape[axis]!;
  const outer = tf.util.sizeFromShape(shape.slice(0, axis));
  const inner = tf.util.sizeFromShape(shape.slice(axis + 1));
  const followedByZeros = tf.pad(tf.reshape(gradient, [outer, places, 1, inner]), [
    [0, 0],
    [0, 0],
    [0, stride - 1],
    [0, 0],
  ]);
  const spread = (places - 1) * stride + 1;
  const upToLast = tf.slice(
    tf.reshape(followedByZeros, [outer, places * stride, inner]),
    [0, 0, 0],
    [outer, spread, inner],
  );
  return tf.reshape(upToLast, [...shape.slice(0, axis), spread, ...shape.slice(axis + 1)]) as Gradient;
}
