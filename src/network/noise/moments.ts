import * as tf from '@tensorflow/tfjs';
import { squaredNorm } from '../tensors/index.js';

/**
 * The moments of two gradients at the same weights that every estimator is made of, for each variable in turn:
 * |g1 - g2|^2, g1 . g2, |g1|^2 and |w|^2, as one tensor of shape [variables, 4] on the device.
 *
 * The difference is squared directly: as |g1|^2 + |g2|^2 - 2 g1.g2 it would lose its digits where noise is small.
 */
export function momentsOfPair(
  variables: readonly tf.Variable[],
  first: tf.NamedTensorMap,
  second: tf.NamedTensorMap,
): tf.Tensor2D {
  return tf.tidy(
    () =>
      tf.stack(
        variables.map((variable) => {
          const one = first[variable.name] ?? tf.zerosLike(variable);
          const two = second[variable.name] ?? tf.zerosLike(variable);
          return tf.stack([
            squaredNorm(tf.sub(one, two)),
            tf.sum(tf.mul(one, two)),
            squaredNorm(one),
            squaredNorm(variable),
          ]);
        }),
      ) as tf.Tensor2D,
  );
}

/** One variable's moments as numbers. */
export interface PairMoments {
  /** |g1 - g2|^2. */
  readonly difference: number;
  /** g1 . g2. */
  readonly product: number;
  /** |g1|^2. */
  readonly first: number;
  /** |w|^2 at which both were taken. */
  readonly squaredRadius: number;
}

/** The rows of a tensor of moments that was read. */
export function pairMomentsOf(values: ArrayLike<number>): PairMoments[] {
  return Array.from({ length: values.length / 4 }, (_, i) => ({
    difference: values[4 * i]!,
    product: values[4 * i + 1]!,
    first: values[4 * i + 2]!,
    squaredRadius: values[4 * i + 3]!,
  }));
}
