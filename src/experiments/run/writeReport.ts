import { renderReport } from '../../recorders/node.js';
import { openRun } from './openRun.js';
import { runFiles } from './runFiles.js';
import { writeAtomically } from './writeAtomically.js';

/**
 * Writes a run's report.html: one page that needs nothing else, also of a run that goes on or broke off.
 *
 * @returns the path of the report
 * @throws ThermoError when the folder holds no run, a file in it is damaged, or the report cannot be written
 */
export function writeReport(folder: string): string {
  const { config, status, summary, points, notes } = openRun(folder);
  const { name, backend, version, createdAt, settings } = config;
  const { report } = runFiles(folder);
  const facts = { ...summary, backend, begun: createdAt, version };
  writeAtomically(report, renderReport({ name, ...status, facts, settings, points, notes }));
  return report;
}
