import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ThermoError } from '../../error.js';
import { fileError, makeFolder, requireWritable } from '../../recorders/node.js';
import { readJson } from '../run/readJson.js';
import { writeAtomically } from '../run/index.js';
import { compareSettingsSchema } from './compareSettings.js';

/** What comparison.json holds: how a comparison was begun. */
export const comparisonFileSchema = z.strictObject({
  /** Version of this layout. */
  format: z.literal(1),
  /** Version of the package that began it. */
  version: z.string(),
  /** The tfjs backend it runs on. */
  backend: z.string(),
  candidates: z.array(z.string()).min(1),
  settings: compareSettingsSchema,
});

/** See `comparisonFileSchema`. */
export type ComparisonFile = z.infer<typeof comparisonFileSchema>;

/**
 * How the comparison in a folder was begun.
 * @throws ThermoError when the folder holds none, or a damaged one.
 */
export function readComparison(folder: string): ComparisonFile {
  const found = readJson(pathIn(folder), comparisonFileSchema);
  if (found !== undefined) return found;
  throw new ThermoError(
    `${folder} holds no comparison: name a folder that compare wrote, or leave out --resume`,
  );
}

/**
 * Refuses a folder in which a comparison can neither begin nor go on, before there is any work to lose; makes nothing.
 * @throws ThermoError for a folder that holds something else, or a comparison that was begun otherwise, or cannot be written.
 */
export function requireComparisonFolder(folder: string, begun: Partial<ComparisonFile>): void {
  if (existsSync(pathIn(folder))) {
    const found = readComparison(folder);
    const other = namesOfBegun.find(
      (name) => begun[name] !== undefined && JSON.stringify(begun[name]) !== JSON.stringify(found[name]),
    );
    if (other !== undefined) {
      throw new ThermoError(
        `${folder} holds a comparison with other ${other}: resume that one, or choose another folder`,
      );
    }
  } else if (entriesOf(folder).some((entry) => !entry.endsWith('.tmp'))) {
    throw new ThermoError(`${folder} is not empty and holds no comparison: choose another folder`);
  }
  requireWritable(folder);
}

/**
 * Makes the folder of a comparison, or takes up one that was begun alike.
 * @throws ThermoError as `requireComparisonFolder`.
 */
export function beginComparison(folder: string, begun: ComparisonFile): void {
  requireComparisonFolder(folder, begun);
  const path = pathIn(folder);
  if (existsSync(path)) return;
  makeFolder(folder);
  writeAtomically(path, `${JSON.stringify(begun, null, 2)}\n`);
}

/** What two comparisons have in common if one goes on with the other. */
const namesOfBegun = ['settings', 'candidates', 'backend'] as const;

function entriesOf(folder: string): readonly string[] {
  try {
    return existsSync(folder) ? readdirSync(folder) : [];
  } catch (error) {
    throw fileError(folder, error);
  }
}

function pathIn(folder: string): string {
  return join(folder, 'comparison.json');
}
