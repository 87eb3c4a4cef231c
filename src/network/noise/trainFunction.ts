import * as tf from '@tensorflow/tfjs';

/** What fit, fitDataset and trainOnBatch call for each batch: inputs, then targets, then sample weights or null. */
export type TrainFunction = (data: (tf.Tensor | null)[]) => tf.Scalar[];

/** The part of a LayersModel that trains, which tfjs does not publish. */
export interface TrainableModel {
  makeTrainFunction(): TrainFunction;
  optimizer_: tf.Optimizer;
}

/** The model whose train functions run: a Sequential hands everything to a model inside it. */
export function trainedModel(model: tf.LayersModel): TrainableModel {
  const inner = (model as unknown as { model?: tf.LayersModel }).model;
  return (inner ?? model) as unknown as TrainableModel;
}

/** The trained models whose gradients are being looked at. */
const probed = new WeakSet<TrainableModel>();

/** Whether the batch that the model is given now is only looked at, and not trained on. */
export function isProbed(target: TrainableModel): boolean {
  return probed.has(target);
}

/**
 * The gradients that `train` would step along on `data`, by variable name; nothing is trained.
 *
 * The train function reads the model's optimizer anew each time, so one that only looks is put in its place.
 */
export function gradientsOf(
  model: tf.LayersModel,
  train: TrainFunction,
  data: (tf.Tensor | null)[],
): tf.NamedTensorMap {
  const target = trainedModel(model);
  const optimizer = target.optimizer_;
  let gradients: tf.NamedTensorMap = {};
  const onlyLooks = {
    minimize(loss: () => tf.Scalar, _: boolean, variables: tf.Variable[]): tf.Scalar {
      const computed = tf.variableGrads(loss, variables);
      gradients = computed.grads;
      return computed.value;
    },
  };
  target.optimizer_ = onlyLooks as unknown as tf.Optimizer;
  probed.add(target);
  try {
    tf.dispose(train(data));
  } finally {
    probed.delete(target);
    target.optimizer_ = optimizer;
  }
  return gradients;
}
