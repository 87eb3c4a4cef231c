import * as tf from '@tensorflow/tfjs';
import { checkpoint } from '../../src/network/index.js';

/** What a page saw of its checkpoints. */
export interface CheckpointPage {
  readonly urls: readonly string[];
  readonly latest: string | null;
  /** Of the newest, loaded, and of the model that was saved. */
  readonly predictions: readonly [number[], number[]];
}

/** Trains in a page with checkpoints of the last two epochs in the browser's store. */
async function checkpointInPage(scheme: string): Promise<CheckpointPage> {
  await tf.setBackend('cpu');
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3 })] });
  model.compile({ optimizer: tf.train.momentum(0.1, 0.9), loss: 'meanSquaredError' });
  const xs = tf.ones([4, 2]);
  const saving = checkpoint({ save: `${scheme}://my-net`, keep: 2 });
  await model.fit(xs, tf.zeros([4, 3]), { epochs: 4, verbose: 0, callbacks: [saving] });
  const loaded = await tf.loadLayersModel(`${scheme}://my-net/${saving.latest}`);
  const predictionOf = async (one: tf.LayersModel): Promise<number[]> => [
    ...(await (one.predict(xs) as tf.Tensor).data()),
  ];
  return {
    urls: Object.keys(await tf.io.listModels()).toSorted(),
    latest: saving.latest,
    predictions: [await predictionOf(loaded), await predictionOf(model)],
  };
}

Object.assign(globalThis, { checkpointInPage });
