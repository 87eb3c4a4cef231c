import * as tf from '@tensorflow/tfjs';

/**
 * Runs `work` and then gives every variable of the process its value back bit for bit: weights that were scaled, and the
 * moving averages that a forward pass in training mode moves. Costs no copy: a clone shares its data until one changes.
 */
export async function withVariablesRestored<T>(work: () => Promise<T>): Promise<T> {
  const saved = Object.values(tf.engine().registeredVariables).map(
    (variable) => [variable, tf.clone(variable)] as const,
  );
  try {
    return await work();
  } finally {
    for (const [variable, value] of saved) {
      if (!variable.isDisposed) variable.assign(value);
      value.dispose();
    }
  }
}
