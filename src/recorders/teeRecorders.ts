import type { Recorder } from '../control/index.js';

/**
 * One recorder that hands every point to each of the given ones, in their order. One that fails keeps no point from the
 * others: all are served, then the first failure is thrown. Closing closes all in the same way.
 */
export function teeRecorders(...recorders: readonly Recorder[]): Recorder {
  return {
    record: (point) => serveAll(recorders, (recorder) => recorder.record(point)),
    close: () => serveAll(recorders, (recorder) => recorder.close()),
  };
}

/** Stays synchronous as long as every recorder does, so that a tee of file recorders has written when it returns. */
function serveAll(
  recorders: readonly Recorder[],
  serve: (recorder: Recorder) => void | Promise<void>,
): void | Promise<void> {
  const failures: unknown[] = [];
  const pending: Promise<void>[] = [];
  for (const recorder of recorders) {
    try {
      const served = serve(recorder);
      if (served !== undefined) pending.push(served);
    } catch (error) {
      failures.push(error);
    }
  }
  if (pending.length > 0) return settleAll(pending, failures);
  if (failures.length > 0) throw failures[0];
  return undefined;
}

async function settleAll(pending: readonly Promise<void>[], failures: unknown[]): Promise<void> {
  const results = await Promise.allSettled(pending);
  for (const result of results) if (result.status === 'rejected') failures.push(result.reason);
  if (failures.length > 0) throw failures[0];
}
