import * as tf from '@tensorflow/tfjs';
import { ThermoSGD, type MonitorState } from '../../network/index.js';
import type { Checkpoint } from '../run/index.js';
import { compiled, type Trainer } from './trainer.js';

/** What a checkpoint holds beside its tensors. */
interface StateDescription {
  readonly weights: tf.io.WeightsManifestEntry[];
  readonly optimizer: tf.serialization.ConfigDict;
  readonly monitor: MonitorState;
}

/** The files of a checkpoint: every weight of the model, trained or not, then the optimizer's, with their descriptions. */
export async function trainingState(
  { model, optimizer }: Trainer,
  monitor: MonitorState,
): Promise<Record<string, string | Uint8Array>> {
  const optimizerWeights = await optimizer.getWeights();
  // The order tells which is which: names are not unique to a run.
  const named = [
    ...model.weights.map((weight, i) => ({ name: `model/${i}`, tensor: weight.read() })),
    ...optimizerWeights.map(({ name, tensor }) => ({ name: `optimizer/${name}`, tensor })),
  ];
  const { data, specs } = await tf.io.encodeWeights(named);
  tf.dispose(optimizerWeights.map(({ tensor }) => tensor));
  const description: StateDescription = { weights: specs, optimizer: optimizer.getConfig(), monitor };
  return { 'state.json': JSON.stringify(description), 'weights.bin': new Uint8Array(data) };
}

/** Puts a freshly built model where a checkpoint was, with the optimizer that it was saved with. */
export async function restoreTraining(
  { model }: Trainer,
  checkpoint: Checkpoint,
): Promise<Trainer & { readonly monitor: MonitorState }> {
  const description = JSON.parse(new TextDecoder().decode(checkpoint.read('state.json'))) as StateDescription;
  const bytes = checkpoint.read('weights.bin');
  const tensors = tf.io.decodeWeights(bytes.slice().buffer, description.weights);
  model.weights.forEach((weight, i) => weight.write(tensors[`model/${i}`]!));
  const optimizer = ThermoSGD.fromConfig(ThermoSGD as never, description.optimizer) as unknown as ThermoSGD;
  await optimizer.setWeights(
    Object.entries(tensors).flatMap(([name, tensor]) =>
      name.startsWith('optimizer/') ? [{ name: name.slice('optimizer/'.length), tensor }] : [],
    ),
  );
  tf.dispose(tensors);
  return { ...compiled(model, optimizer), monitor: description.monitor };
}
