import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import { modelFile } from './writeModelFolder.js';

/**
 * Reads a model that `writeModelFolder`, or tfjs itself, wrote; null where there is none.
 * @throws ThermoError when its files are damaged.
 */
export async function readModelFolder(folder: string): Promise<tf.io.ModelArtifacts | null> {
  try {
    const text = readFileSync(join(folder, modelFile), 'utf8');
    return await tf.io.getModelArtifactsForJSON(JSON.parse(text) as tf.io.ModelJSON, async (manifest) => {
      const files = manifest.flatMap(({ paths }) => paths).map((path) => readFileSync(join(folder, path)));
      const weights = manifest.flatMap((group) => group.weights);
      return [weights, new Uint8Array(Buffer.concat(files)).buffer];
    });
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && path === join(folder, modelFile)) return null;
    throw new ThermoError(`${folder} is damaged: ${(error as Error).message}: restore it or take another`, {
      cause: error,
    });
  }
}
