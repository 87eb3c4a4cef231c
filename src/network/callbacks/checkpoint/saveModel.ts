import * as tf from '@tensorflow/tfjs';

/** Saves a model, with the step count that tfjs makes a tensor for and forgets. */
export async function saveModel(
  model: tf.LayersModel,
  handler: string | tf.io.IOHandler,
  includeOptimizer: boolean,
): Promise<void> {
  const optimizer = model.optimizer as Partial<tf.Optimizer> | undefined;
  const saveIterations = optimizer?.saveIterations;
  if (!includeOptimizer || optimizer === undefined || saveIterations === undefined) {
    await model.save(handler, { includeOptimizer: false });
    return;
  }
  const counts: tf.Tensor[] = [];
  optimizer.saveIterations = async () => {
    const count = await saveIterations.call(optimizer as tf.Optimizer);
    counts.push(count.tensor);
    return count;
  };
  try {
    await model.save(handler, { includeOptimizer });
  } finally {
    // The method is the class's own; what hides it goes.
    delete optimizer.saveIterations;
    tf.dispose(counts);
  }
}
