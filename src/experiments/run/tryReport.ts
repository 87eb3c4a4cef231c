import { ThermoError } from '../../error.js';
import type { Run } from './run.js';
import { writeReport } from './writeReport.js';

/**
 * Writes the report of a run that has ended. Where that cannot be done it is told, and the run stays what it is.
 *
 * @returns its path; null where it was not written
 */
export function tryReport({ folder, tell }: Run): string | null {
  try {
    return writeReport(folder);
  } catch (error) {
    if (!(error instanceof ThermoError)) throw error;
    tell('the report', 'at the end', error);
    return null;
  }
}
