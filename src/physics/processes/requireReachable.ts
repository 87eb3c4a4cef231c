import { displacementOf } from './displacement.js';
import type { Process } from './process.js';

/**
 * Refuses a process that cannot reach its target; gives back the others as they are.
 *
 * @throws ThermoError naming what the process holds and what to pass instead.
 */
export function requireReachable<Given extends Process>(process: Given): Given {
  displacementOf(process);
  return process;
}
