import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import type { CheckpointPlace } from '../../network/index.js';
import { readModelFolder } from './readModelFolder.js';
import { modelFile, writeModelFolder } from './writeModelFolder.js';

/** Models in the folders of a folder, each under its name. */
export interface ModelFolders extends CheckpointPlace {
  handler(name: string): tf.io.IOHandler;
  readonly remove: (name: string) => Promise<void>;
  /** The names of the whole models, the newest last; none where there is no such folder. */
  names(): readonly string[];
}

/**
 * Saves and loads models in folders of this machine, in the files that tfjs itself would write, on every backend. A model is
 * whole or not there: a process that is killed while it saves leaves what stood there before.
 *
 * @example
 * const models = modelFolders('runs/my-net');
 * await model.fit(xs, ys, { callbacks: [checkpoint({ save: models, keep: 3 })] });
 * const last = await tf.loadLayersModel(models.handler(models.names().at(-1)!));
 *
 * @throws ThermoError for a name that is no plain one, when a model cannot be written, and when one is loaded that is not there.
 */
export function modelFolders(folder: string): ModelFolders {
  const given: unknown = folder;
  if (typeof given !== 'string' || given === '' || given.includes('://')) {
    throw new ThermoError(
      `modelFolders is given ${JSON.stringify(given)}: pass the path of a folder such as 'runs/my-net'`,
    );
  }
  const pathOf = (name: string): string => {
    if (!/^\w[\w.-]*$/.test(name)) {
      throw new ThermoError(
        `name of a model is ${JSON.stringify(name)}: pass letters, digits, "_", "-" and "."`,
      );
    }
    return join(folder, name);
  };
  const names = (): readonly string[] =>
    foldersIn(folder)
      .flatMap((name) => {
        const saved = statSync(join(folder, name, modelFile), { throwIfNoEntry: false });
        return saved === undefined ? [] : [{ name, saved: saved.mtimeMs }];
      })
      .sort((a, b) => a.saved - b.saved)
      .map(({ name }) => name);

  return {
    names,
    handler: (name) => {
      const path = pathOf(name);
      return {
        save: async (artifacts) => writeModelFolder(path, artifacts),
        load: async () => {
          const artifacts = await readModelFolder(path);
          if (artifacts !== null) return artifacts;
          throw new ThermoError(`${path} holds no model: ${folder} holds ${names().join(', ') || 'none'}`);
        },
      };
    },
    remove: async (name) => {
      const path = pathOf(name);
      // First what makes it a model, so that none is ever half there.
      rmSync(join(path, modelFile), { force: true });
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
