import * as tf from '@tensorflow/tfjs';

/** Fewer vectors than this are not worth the joining. */
const worthwhile = 4;

/** A way to treat many short vectors as one. */
export interface JoinedVectors {
  /** The tensors with all vectors among them joined into the first one. */
  join(tensors: readonly tf.Tensor[]): readonly tf.Tensor[];
  /** The inverse of `join`. */
  part(joined: readonly tf.Tensor[]): readonly tf.Tensor[];
}

/**
 * Joins the vectors among tensors like `tensors`: biases and the gammas and betas of normalizations, of which a network has
 * many and each is so short that an operation on it is all dispatch. Tensors of other ranks stay as they are, since they
 * would have to be reshaped, which TensorFlow's backend charges like an operation.
 */
export function joinedVectors(tensors: readonly tf.Tensor[]): JoinedVectors {
  const vectors = tensors.flatMap(({ rank }, i) => (rank === 1 ? [i] : []));
  if (vectors.length < worthwhile) return { join: (given) => given, part: (given) => given };
  const rest = tensors.flatMap(({ rank }, i) => (rank === 1 ? [] : [i]));
  const sizes = vectors.map((i) => tensors[i]!.size);
  const order = [...vectors, ...rest];
  return {
    join: (given) => [
      tf
        .engine()
        .runKernel('Concat', vectors.map((i) => given[i]!) as unknown as tf.NamedTensorMap, { axis: 0 }),
      ...rest.map((i) => given[i]!),
    ],
    part([joined, ...others]) {
      const parts: tf.Tensor[] = tf
        .engine()
        .runKernel('SplitV', { x: joined! }, { numOrSizeSplits: sizes, axis: 0 });
      const restored: tf.Tensor[] = [];
      [...parts, ...others].forEach((tensor, i) => {
        restored[order[i]!] = tensor;
      });
      return restored;
    },
  };
}
