import type { Recorder } from './recorder.js';
import type { TellFailure } from './tellFailures.js';

/** `teeRecorders` that shares with others whom it tells of failures, so that a cause which they have in common is told once. */
export function teeTelling(tell: TellFailure, ...recorders: readonly Recorder[]): Recorder {
  return {
    record: (point) =>
      whenAll(
        recorders.map((recorder, i) =>
          attempt(
            () => recorder.record(point),
            (error) => tell(nameOf(recorder, i, recorders), `at step ${point.step}`, error),
          ),
        ),
      ),
    close: () => {
      const failures: unknown[] = [];
      const note = (error: unknown): void => void failures.push(error);
      const closed = whenAll(recorders.map((recorder) => attempt(() => recorder.close(), note)));
      const throwFirst = (): void => {
        if (failures.length > 0) throw failures[0];
      };
      return closed === undefined ? throwFirst() : closed.then(throwFirst);
    },
  };
}

function nameOf(recorder: Recorder, place: number, { length }: readonly Recorder[]): string {
  const kind = (Object.getPrototypeOf(recorder) as object | null)?.constructor;
  return `recorder ${place + 1} of ${length}${kind === undefined || kind === Object ? '' : ` (${kind.name})`}`;
}

/** Does something that may throw or reject, at once or in time; `fail` is told of either. */
function attempt(act: () => unknown, fail: (error: unknown) => void): void | Promise<void> {
  try {
    const result = act();
    // Any value but a promise may come from a recorder that was not written in TypeScript.
    if (typeof (result as PromiseLike<void> | undefined)?.then !== 'function') return undefined;
    return Promise.resolve(result as PromiseLike<void>).catch(fail);
  } catch (error) {
    return fail(error);
  }
}

/** Stays synchronous as long as all are, so that a tee of file recorders has written when it returns. */
function whenAll(results: readonly (void | Promise<void>)[]): void | Promise<void> {
  const pending = results.filter((result) => result !== undefined);
  return pending.length === 0 ? undefined : Promise.all(pending).then(() => undefined);
}
