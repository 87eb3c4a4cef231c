import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { tellOnce } from '../../../control/index.js';
import { ThermoError } from '../../../error.js';
import type { Answer, News, ThreadStart } from './messages.js';

/** Points on their way to the thread at most, about 10 MB. */
const mostOnTheWay = 10_000;
/** Milliseconds after which a thread that should end is ended: it gives its viewers a second. */
const patience = 3000;

/** The thread that serves the page of one run. */
export interface PageThread {
  /** The address of the page; rejected where it cannot be served, which is then not told otherwise. */
  address(): Promise<string>;
  /**
   * Posts a point and never waits. Where the thread does not keep up, or is gone, points are left out on the page alone,
   * which is told once.
   */
  post(news: News & { readonly kind: 'point' }): void;
  /** Lets it send viewers what they have not seen yet, and waits for its end. */
  end(news: News & { readonly kind: 'end' }): Promise<void>;
}

/**
 * Starts the thread. Once it serves the page it keeps no process alive.
 *
 * @param say told the lines about where the page is; null lets the thread say them on standard error
 */
export function pageThread(
  start: Omit<ThreadStart, 'taken' | 'speaks'>,
  say: ((line: string) => void) | null,
): PageThread {
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ThreadStart = { ...start, speaks: say === null, taken: taken.buffer };
  // Flags of the user's process, as --input-type, are not for this file.
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, execArgv: [] });
  const tell = tellOnce('the live page');
  let posted = 0;
  let isOver = false;
  let isAskedFor = false;
  let cause: unknown = new Error('its thread ended');

  const address = new Promise<string>((settle, fail) => {
    worker.on('message', (answer: Answer) => {
      worker.unref();
      if (answer.kind === 'listening') {
        answer.lines.forEach((line) => say?.(line));
        settle(answer.address);
      } else {
        cause = new ThermoError(answer.message);
        fail(cause);
      }
    });
    worker.on('error', (error) => (cause = error));
    worker.on('exit', () => {
      const isKnown = isOver || (isAskedFor && cause instanceof ThermoError);
      if (!isKnown) tell(cause instanceof ThermoError ? 'to start' : 'in the middle of the run', cause);
      isOver = true;
      fail(cause);
    });
  });
  // Nobody has to ask for it.
  address.catch(() => {});

  return {
    address() {
      isAskedFor = true;
      return address;
    },
    post(news) {
      // The thread counts in shared memory, as this one may give messages no turn for long.
      const isBehind = posted - Atomics.load(taken, 0) >= mostOnTheWay;
      if (isBehind) return tell('to keep up', new Error('points come faster than it takes them'));
      posted += 1;
      worker.postMessage(news, []);
    },
    async end(news) {
      if (isOver) return;
      isOver = true;
      worker.ref();
      worker.postMessage(news, []);
      const ended = new AbortController();
      await Promise.race([once(worker, 'exit'), wait(patience, undefined, ended)]);
      ended.abort();
      await worker.terminate();
    },
  };
}
