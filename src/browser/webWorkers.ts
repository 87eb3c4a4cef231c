import { webWorkers as workersFrom, type WebWorkersOptions, type WorkerPool } from '../simulator/index.js';
import { threadName } from './simulatorThread.js';

/**
 * Workers for an ensemble in a page, each of which loads this very module once more.
 *
 * @throws ThermoError for less than one worker.
 */
export function webWorkers(options: WebWorkersOptions = {}): WorkerPool {
  return workersFrom({ start: startThread, ...options });
}

function startThread(): Worker {
  return new Worker(scriptOf(import.meta.url), { type: 'module', name: threadName });
}

/** A worker's script has to be of the page's own origin; one that is imports modules of any. */
function scriptOf(module: string): string {
  if (new URL(module).origin === location.origin) return module;
  importing ??= URL.createObjectURL(
    new Blob([`import ${JSON.stringify(module)};`], { type: 'text/javascript' }),
  );
  return importing;
}

let importing: string | undefined;
