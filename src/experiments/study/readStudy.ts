import { z } from 'zod';
import { openRun } from '../run/index.js';
import { readJson } from '../run/readJson.js';
import type { RecordedStudy } from './recordStudy.js';
import { studyFiles } from './studyFiles.js';

/** As much of a study as tells it from another file. */
const studySchema = z.looseObject({
  state: z.enum(['running', 'finished', 'interrupted', 'failed']),
  durationSeconds: z.number(),
  protocols: z.array(z.looseObject({ cells: z.array(z.unknown()), results: z.array(z.unknown()) })),
});

/**
 * Reads a study out of its folder, whole or as far as it has come. One that was killed left a report.json that says it is
 * running; here its state is that of the folder.
 *
 * @returns null where no protocol was whole yet
 * @throws ThermoError when the folder holds no run, or a file in it is damaged
 */
export function readStudy(folder: string): RecordedStudy | null {
  const { status } = openRun(folder);
  const found = readJson(studyFiles(folder).results, studySchema);
  if (found === undefined) return null;
  return { ...(found as unknown as RecordedStudy), state: status.state };
}
