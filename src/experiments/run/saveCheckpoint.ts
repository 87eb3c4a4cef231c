import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireCount, ThermoError } from '../../error.js';
import { fileError, makeFolder } from '../../recorders/node.js';
import { checkpointName, type Manifest, manifestName } from './checkpoint.js';
import { checkpointSteps } from './checkpointSteps.js';
import { removeCheckpoint } from './removeCheckpoint.js';
import { syncFolder } from './syncFolder.js';
import { writeAtomically } from './writeAtomically.js';

const keptCheckpoints = 2;

/**
 * Saves a checkpoint whole or not at all: its files are written to the disk in a temporary folder, which is then
 * renamed to `step-N`. The last two are kept, so one stands at every moment, also on a disk that has become full.
 *
 * @param folder the folder of checkpoints; made when it is not there
 * @param step the step it belongs to, at least 0
 * @param files contents by plain file names
 * @throws ThermoError when a name is none or a file cannot be written; the checkpoints before stay
 */
export function saveCheckpoint(
  folder: string,
  step: number,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  requireCount('step', step, 0);
  requirePlainNames(Object.keys(files));
  const final = join(folder, checkpointName(step));
  const temporary = join(folder, `.${checkpointName(step)}.${process.pid}.tmp`);
  try {
    rmSync(temporary, { recursive: true, force: true });
    makeFolder(temporary);
    for (const [name, data] of Object.entries(files)) writeAtomically(join(temporary, name), data);
    writeAtomically(join(temporary, manifestName), JSON.stringify(manifestOf(step, files)));
    if (existsSync(final)) removeCheckpoint(folder, step);
    renameSync(temporary, final);
    syncFolder(folder);
    for (const old of checkpointSteps(folder).slice(keptCheckpoints)) removeCheckpoint(folder, old);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw fileError(final, error instanceof ThermoError ? error.cause : error);
  }
}

function requirePlainNames(names: readonly string[]): void {
  const wrong = names.find((name) => name === manifestName || !/^\w[\w.-]*$/.test(name));
  if (wrong !== undefined) {
    throw new ThermoError(
      `checkpoint file name is "${wrong}": pass letters, digits, "_", "-" and ".", other than ${manifestName}`,
    );
  }
}

function manifestOf(step: number, files: Readonly<Record<string, string | Uint8Array>>): Manifest {
  const entries = Object.entries(files).map(([name, data]) => {
    const sha256 = createHash('sha256').update(data).digest('hex');
    return [name, { bytes: Buffer.byteLength(data), sha256 }] as const;
  });
  return { step, files: Object.fromEntries(entries) };
}
