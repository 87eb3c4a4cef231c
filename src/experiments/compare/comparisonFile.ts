import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ThermoError } from '../../error.js';
import { fileError } from '../../recorders/node.js';
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
 * Makes the folder of a comparison, or takes up one that was begun alike.
 * @throws ThermoError for a folder that holds something else, or a comparison that was begun otherwise.
 */
export function beginComparison(folder: string, begun: ComparisonFile): void {
  const path = pathIn(folder);
  if (existsSync(path)) {
    const { version: _, ...found } = readComparison(folder);
    const { version: __, ...wanted } = begun;
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    throw new ThermoError(
      `${folder} holds a comparison with other settings: resume that one, or choose another folder`,
    );
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw fileError(folder, error);
  }
  if (readdirSync(folder).some((entry) => !entry.endsWith('.tmp'))) {
    throw new ThermoError(`${folder} is not empty and holds no comparison: choose another folder`);
  }
  writeAtomically(path, `${JSON.stringify(begun, null, 2)}\n`);
}

function pathIn(folder: string): string {
  return join(folder, 'comparison.json');
}
