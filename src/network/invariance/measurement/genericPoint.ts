import * as tf from '@tensorflow/tfjs';

const deviation = 0.1;

/**
 * Gives variables that are zero everywhere small random values, N(0, .1^2): at exactly zero every scaling changes nothing
 * and says nothing of the function. Biases and betas start there.
 */
export async function moveOffZero(variables: readonly tf.Variable[], seed: number): Promise<void> {
  const largest = tf.tidy(() => tf.stack(variables.map((variable) => tf.max(tf.abs(variable)))));
  const values = await largest.data();
  largest.dispose();
  variables.forEach((variable, index) => {
    if (values[index] !== 0) return;
    const drawn = tf.randomNormal(variable.shape, 0, deviation, 'float32', seed + index);
    variable.assign(drawn);
    drawn.dispose();
  });
}
