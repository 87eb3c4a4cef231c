import { answerRequests } from '../simulator/workers/web/answerRequests.js';

/** The name of a worker that this module starts, by which the module knows in it that it is one. */
export const threadName = 'tfjs-thermo simulator';

/** Whether this module was loaded as a worker of the simulator, and not by a page. */
const isSimulatorThread =
  typeof document === 'undefined' && (globalThis as { readonly name?: unknown }).name === threadName;

if (isSimulatorThread) answerRequests();
