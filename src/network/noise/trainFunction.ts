import * as tf from '@tensorflow/tfjs';

/** What fit, fitDataset and trainOnBatch call for each batch: inputs, then targets, then sample weights or null. */
export type TrainFunction = (data: (tf.Tensor | null)[]) => tf.Scalar[];

/** The part of a LayersModel that trains, which tfjs does not publish. */
interface TrainableModel {
  makeTrainFunction(): TrainFunction;
  optimizer_: tf.Optimizer;
}

/** The model whose train functions run: a Sequential hands everything to a model inside it. */
export function trainedModel(model: tf.LayersModel): tf.LayersModel & TrainableModel {
  const inner = (model as unknown as { model?: tf.LayersModel }).model;
  return (inner ?? model) as tf.LayersModel & TrainableModel;
}

/** Called with each batch before a model trains on it. */
type BeforeStep = (data: (tf.Tensor | null)[], train: TrainFunction) => void;

/**
 * Has `beforeStep` called with each batch before the model trains on it.
 * @returns a function that takes it off again.
 */
export function interceptTraining(model: tf.LayersModel, beforeStep: BeforeStep): () => void {
  let release = intercept(trainedModel(model), beforeStep);
  const { build } = model;
  // A Sequential puts a new model inside itself each time it is compiled.
  model.build = (shape) => {
    release();
    build.call(model, shape);
    release = intercept(trainedModel(model), beforeStep);
  };
  return () => {
    release();
    model.build = build;
  };
}

function intercept(target: TrainableModel, beforeStep: BeforeStep): () => void {
  const make = target.makeTrainFunction;
  target.makeTrainFunction = function intercepted(this: TrainableModel) {
    const train = make.call(this);
    return (data) => {
      beforeStep(data, train);
      return train(data);
    };
  };
  return () => {
    target.makeTrainFunction = make;
  };
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
  try {
    tf.dispose(train(data));
  } finally {
    target.optimizer_ = optimizer;
  }
  return gradients;
}
