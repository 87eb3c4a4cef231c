import * as tf from '@tensorflow/tfjs';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

/** A small net compiled with an optimizer. */
export const compiled = (optimizer: tf.Optimizer): tf.Sequential => compileLogits(tinyNet(), optimizer);

/** Steps by trainOnBatch on the batches of these numbers. */
export async function train(model: tf.LayersModel, from: number, to: number): Promise<void> {
  for (let step = from; step < to; step += 1) {
    const { xs, ys } = tinyExamples(8, step);
    await model.trainOnBatch(xs, ys);
    tf.dispose([xs, ys]);
  }
}

/** What a file would hold of a model with its optimizer. */
export async function saved(model: tf.LayersModel): Promise<tf.io.ModelArtifacts> {
  let artifacts: tf.io.ModelArtifacts | null = null;
  const keep = async (given: tf.io.ModelArtifacts) => {
    artifacts = given;
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' as const } };
  };
  await model.save(tf.io.withSaveHandler(keep), { includeOptimizer: true });
  const { weightData, ...rest } = artifacts! as tf.io.ModelArtifacts;
  return { ...(JSON.parse(JSON.stringify(rest)) as object), weightData: weightData! };
}

export const loaded = (artifacts: tf.io.ModelArtifacts): Promise<tf.LayersModel> =>
  tf.loadLayersModel(tf.io.fromMemory(artifacts));

/** The model as it comes back from a file, with its optimizer, compiled for the loss of logits. */
export async function reloaded(model: tf.LayersModel): Promise<tf.LayersModel> {
  const next = await loaded(await saved(model));
  return compileLogits(next, next.optimizer);
}
