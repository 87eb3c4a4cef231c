import { ThermoError } from '../error.js';
import { DivergenceError } from '../control/index.js';
import { writeReport, type Run } from '../experiments/index.js';

/** Says in the folder why the run failed, and draws what was recorded until then. */
export function endFailed(run: Run, error: unknown): void {
  try {
    run.end('failed', error instanceof Error ? error.message : String(error));
    if (error instanceof DivergenceError) writeReport(run.folder);
  } catch (second) {
    // On a full disk this fails for the reason that is reported already; the folder then opens as interrupted.
    if (!(second instanceof ThermoError)) throw second;
  }
}
