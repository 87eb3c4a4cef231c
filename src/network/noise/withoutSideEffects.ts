import * as tf from '@tensorflow/tfjs';

/**
 * Runs `look` and puts every variable that does not train (moving averages of batch norm above all) back to where it was.
 *
 * Evaluating a loss in training mode moves them, and a measurement must change nothing.
 */
export function withoutSideEffects<T>(look: () => T): T {
  const states = Object.values(tf.engine().registeredVariables)
    .filter(({ trainable }) => !trainable)
    .map((variable) => ({ variable, value: tf.keep(tf.clone<tf.Tensor>(variable)) }));
  try {
    return look();
  } finally {
    for (const { variable, value } of states) {
      variable.assign(value);
      value.dispose();
    }
  }
}
