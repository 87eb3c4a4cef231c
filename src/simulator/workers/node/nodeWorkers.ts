import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { requireCount, ThermoError } from '../../../error.js';
import type { Reply, Thread, ThreadEvents } from '../thread.js';
import { threadPool } from '../threadPool.js';
import type { WorkerPool } from '../workerPool.js';

/** More threads than any machine has cores for would only take its memory. */
const most = 1024;

/**
 * Worker threads of Node. A thread without a task does not keep the process from ending.
 *
 * @param workers default all cores.
 * @throws ThermoError for less than one worker, or more than 1,024.
 */
export function nodeWorkers(workers: number = availableParallelism()): WorkerPool {
  if (workers > most) throw new ThermoError(`workers is ${workers}: pass a whole number from 1 to ${most}`);
  return threadPool(startNodeThread, requireCount('workers', workers));
}

function startNodeThread(events: ThreadEvents): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url));
  let cause: unknown;
  worker.on('message', (reply: Reply) => {
    worker.unref();
    events.reply(reply);
  });
  worker.on('error', (error) => (cause = error));
  // Also after an error, and for a thread that was ended from outside, which tells no error.
  worker.on('exit', () => events.death(cause));
  return {
    post(request) {
      worker.ref();
      worker.postMessage(request, []);
    },
    async end() {
      await worker.terminate();
    },
  };
}
