import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../../error.js';

/** One batch as `model.fit` takes it: a tensor, or one for each input or output. */
export interface Batch {
  readonly x: tf.Tensor | tf.Tensor[];
  readonly y: tf.Tensor | tf.Tensor[];
}

/** What a compiled model keeps, which its type declarations do not show. */
interface Compiled {
  readonly lossFunctions?: readonly ((truth: tf.Tensor, prediction: tf.Tensor) => tf.Tensor)[];
  calculateLosses(): tf.Scalar[];
}

/**
 * The loss that `model.fit` minimizes, as a function of the weights: every output's loss averaged over the batch, summed,
 * plus the regularizers, with the layers in training mode.
 *
 * @throws ThermoError when the model is not compiled, or a batch does not fit its inputs and outputs.
 */
export function compiledLoss(model: tf.LayersModel, batches: readonly Batch[]): (batch: number) => tf.Scalar {
  // A sequential model keeps its loss in the functional model inside it.
  const inside = (model as unknown as { model?: unknown }).model;
  const compiled = (inside instanceof tf.LayersModel ? inside : model) as unknown as Compiled;
  const losses = compiled.lossFunctions;
  if (!losses)
    throw new ThermoError(
      `model "${model.name}" is not compiled: call model.compile({ optimizer, loss }) first`,
    );
  batches.forEach(({ x, y }, index) => {
    const [inputs, outputs] = [[x].flat().length, [y].flat().length];
    if (inputs !== model.inputs.length || outputs !== losses.length) {
      throw new ThermoError(
        `batch ${index} has ${inputs} x and ${outputs} y: pass ${model.inputs.length} x and ${losses.length} y`,
      );
    }
  });
  return (batch) =>
    tf.tidy(() => {
      const { x, y } = batches[batch] as Batch;
      const predictions = [model.apply(x, { training: true }) as tf.Tensor | tf.Tensor[]].flat();
      const truths = [y].flat();
      const terms = losses.map((loss, index) =>
        tf.mean(loss(truths[index] as tf.Tensor, predictions[index] as tf.Tensor)),
      );
      return tf.addN([...terms, ...compiled.calculateLosses()]) as tf.Scalar;
    });
}
