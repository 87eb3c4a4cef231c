import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { makeFolder } from '../../recorders/node.js';
import { writeAtomically } from '../run/index.js';

/** The file that describes a model and names its weights. */
export const modelFile = 'model.json';

const weightsFile = /^weights-[0-9a-f]{16}\.bin$/;

/**
 * Writes a model: first its weights, in a file named after what is in it, then the description, with which the new model takes
 * the place of the old at once, and only then goes the old weights' file.
 *
 * @throws ThermoError when a file cannot be written; the model that stood there stays.
 */
export function writeModelFolder(folder: string, artifacts: tf.io.ModelArtifacts): tf.io.SaveResult {
  const { weightData, weightSpecs, ...description } = artifacts;
  const weights = new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData));
  const hash = createHash('sha256').update(weights).digest('hex');
  const weightsName = `weights-${hash.slice(0, 16)}.bin`;
  const manifest = [{ paths: [weightsName], weights: weightSpecs ?? [] }];
  makeFolder(folder);
  writeAtomically(join(folder, weightsName), weights);
  writeAtomically(join(folder, modelFile), JSON.stringify({ ...description, weightsManifest: manifest }));
  for (const name of readdirSync(folder)) {
    if (weightsFile.test(name) && name !== weightsName) rmSync(join(folder, name), { force: true });
  }
  return {
    modelArtifactsInfo: {
      dateSaved: new Date(),
      modelTopologyType: 'JSON',
      weightDataBytes: weights.byteLength,
    },
  };
}
