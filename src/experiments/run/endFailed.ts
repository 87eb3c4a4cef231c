import { DivergenceError } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import type { Run } from './run.js';
import type { RunSummary } from './runSummary.js';
import { tryReport } from './tryReport.js';

/**
 * Says in the folder why the run failed and, where it diverged, draws what was recorded until then.
 *
 * @param summary what is to be told of it; default nothing
 */
export function endFailed(run: Run, error: unknown, summary: RunSummary | null = null): void {
  try {
    try {
      if (summary !== null) run.writeSummary(summary);
    } finally {
      run.end('failed', error instanceof Error ? error.message : String(error));
    }
  } catch (second) {
    // On a full disk this fails for the reason that is reported already; the folder then opens as interrupted.
    if (!(second instanceof ThermoError)) throw second;
  }
  if (error instanceof DivergenceError) tryReport(run);
}
