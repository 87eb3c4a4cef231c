import { requireCount } from '../../../error.js';
import type { Reply, Thread, ThreadEvents } from '../thread.js';
import { threadPool } from '../threadPool.js';
import type { WorkerPool } from '../workerPool.js';

/** What the workers of a browser are made of. */
export interface WebWorkersOptions {
  /** Default as many as the machine has cores. */
  readonly workers?: number;
  /**
   * Makes a worker, where a bundler has moved its script; default the module beside this one.
   *
   * @example
   * webWorkers({ start: () => new Worker('/simulator-worker.js', { type: 'module' }) });
   */
  readonly start?: () => Worker;
}

/**
 * Module workers of a browser, for an ensemble in a page.
 *
 * @throws ThermoError for less than one worker.
 */
export function webWorkers(options: WebWorkersOptions = {}): WorkerPool {
  const { workers = navigator.hardwareConcurrency, start = besideThis } = options;
  return threadPool((events) => webThread(start(), events), requireCount('workers', workers));
}

function besideThis(): Worker {
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
}

function webThread(worker: Worker, events: ThreadEvents): Thread {
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => events.reply(data));
  // A browser tells an error that nobody caught, such as a script that is not there, and goes on with the worker.
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker.terminate();
    events.death(new Error(event.message));
  });
  return {
    post: (request) => worker.postMessage(request, []),
    async end() {
      worker.terminate();
    },
  };
}
