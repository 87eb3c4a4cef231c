import * as tf from '@tensorflow/tfjs';

/** What `gradientOrthogonality` gives where a weight or its gradient is exactly zero: no cosine is 2. */
export const noCosine = 2;

/**
 * The cosine between each variable and its gradient, g.w / (|g| |w|), as one tensor of the variables' number. It is zero
 * for a scale-invariant variable (Euler: d/dc L(c w) = g.w = 0). Nothing is read from the device; the caller disposes it.
 *
 * @param variables the weights w; at least one.
 * @param gradients their gradients in the same order, of the same shapes; zeros where there is none.
 * @returns values in [-1, 1], or `noCosine` where a weight or its gradient is exactly zero.
 */
export function gradientOrthogonality(
  variables: readonly tf.Tensor[],
  gradients: readonly tf.Tensor[],
): tf.Tensor1D {
  return tf.tidy(() => {
    const dots: tf.Tensor[] = [];
    const weightNorms: tf.Tensor[] = [];
    const gradientNorms: tf.Tensor[] = [];
    variables.forEach((variable, index) => {
      const gradient = gradients[index] as tf.Tensor;
      dots.push(tf.sum(tf.mul(variable, gradient)));
      weightNorms.push(tf.sqrt(tf.sum(tf.square(variable))));
      gradientNorms.push(tf.sqrt(tf.sum(tf.square(gradient))));
    });
    // Norms are multiplied, not squares: a squared product underflows for small gradients of well-scaled weights.
    const lengths = tf.mul(tf.stack(weightNorms), tf.stack(gradientNorms));
    const known = tf.greater(lengths, 0);
    const cosines = tf.div(tf.stack(dots), tf.where(known, lengths, tf.onesLike(lengths)));
    return tf.where(known, cosines, tf.fill(cosines.shape, noCosine)) as tf.Tensor1D;
  });
}
