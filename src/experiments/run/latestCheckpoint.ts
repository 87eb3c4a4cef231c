import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ThermoError } from '../../error.js';
import { type Checkpoint, checkpointName, manifestName, manifestSchema } from './checkpoint.js';
import { checkpointSteps } from './checkpointSteps.js';
import { readJson } from './readJson.js';

/**
 * The latest checkpoint of a folder whose files are all as they were saved; null when there is none. Half written ones
 * have no name and are never seen; one damaged later is passed over for the one before.
 *
 * @param folder the folder of checkpoints
 * @throws ThermoError when there are some and all are damaged: beginning anew would lose what was recorded
 */
export function latestCheckpoint(folder: string): Checkpoint | null {
  const passedOver: number[] = [];
  for (const step of checkpointSteps(folder)) {
    const path = join(folder, checkpointName(step));
    const contents = intactContents(path, step);
    if (contents === null) {
      passedOver.push(step);
      continue;
    }
    const files = [...contents.keys()];
    const read = (name: string): Uint8Array => {
      const bytes = contents.get(name);
      if (bytes === undefined)
        throw new ThermoError(`${path} holds no ${name}: it holds ${files.join(', ')}`);
      return bytes;
    };
    return { step, files, passedOver, read };
  }
  if (passedOver.length === 0) return null;
  const damaged = passedOver.map(checkpointName).join(' and ');
  throw new ThermoError(
    `${folder} holds no checkpoint that is whole (${damaged}): restore one, or remove the folder to begin anew`,
  );
}

function intactContents(folder: string, step: number): ReadonlyMap<string, Uint8Array> | null {
  const contents = new Map<string, Uint8Array>();
  try {
    const manifest = readJson(join(folder, manifestName), manifestSchema);
    if (manifest?.step !== step) return null;
    for (const [name, { sha256 }] of Object.entries(manifest.files)) {
      const bytes = readFileSync(join(folder, name));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) return null;
      contents.set(name, bytes);
    }
  } catch {
    return null;
  }
  return contents;
}
