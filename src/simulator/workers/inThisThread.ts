import { runTask } from './tasks.js';
import type { WorkerPool } from './workerPool.js';

/** No worker at all: tasks run one after another in this thread, with a moment between them for all else that waits. */
export function inThisThread(): WorkerPool {
  let last: Promise<unknown> = Promise.resolve();
  return {
    workers: 1,
    run(name, data) {
      const before = last;
      const result = before.then(pause).then(() => runTask(name, data));
      last = result.catch(() => undefined);
      return result;
    },
    dispose: async () => undefined,
  };
}

/** Lets timers and signals have their turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
