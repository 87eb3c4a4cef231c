import * as tf from '@tensorflow/tfjs';

/**
 * Runs `look` and puts every weight that does not train (moving averages of batch norm above all) back to where it was.
 *
 * Evaluating a loss in training mode moves them, and a measurement must change nothing.
 */
export function withoutSideEffects<T>(model: tf.LayersModel | null, look: () => T): T {
  const states = (model?.nonTrainableWeights ?? []).map((weight) => ({
    weight,
    value: tf.keep(tf.clone(weight.read())),
  }));
  try {
    return look();
  } finally {
    for (const { weight, value } of states) {
      weight.write(value);
      value.dispose();
    }
  }
}
