import * as tf from '@tensorflow/tfjs';

/** A mean of independent numbers and its standard error. */
export function meanOf(values: readonly number[]): { readonly mean: number; readonly standardError: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, standardError: Math.sqrt(variance / values.length) };
}

/** The gradient of a loss with respect to variables, as one vector. */
export function gradientOf(loss: () => tf.Scalar, variables: tf.Variable[]): tf.Tensor1D {
  return tf.tidy(() => {
    const { grads } = tf.variableGrads(loss, variables);
    return tf.concat(variables.map(({ name }) => tf.reshape(grads[name]!, [-1]))) as tf.Tensor1D;
  });
}

/** trSigma_b = E|g_B - g|^2 by the full gradient g and `count` batches. */
export async function bruteForceNoise(
  fullLoss: () => tf.Scalar,
  batchLoss: () => tf.Scalar,
  variables: tf.Variable[],
  count: number,
) {
  const full = gradientOf(fullLoss, variables);
  const distances: number[] = [];
  for (let batch = 0; batch < count; batch += 1) {
    const squared = tf.tidy(() => tf.sum(tf.squaredDifference(gradientOf(batchLoss, variables), full)));
    distances.push((await squared.data())[0]!);
    squared.dispose();
  }
  const squaredNorm = tf.tidy(() => tf.sum(tf.square(full)));
  const signal = (await squaredNorm.data())[0]!;
  tf.dispose([full, squaredNorm]);
  return { ...meanOf(distances), signal };
}
