import type { Chains } from './chains.js';
import { chainsOn } from './chainsOn.js';
import { startOf, type ChainsOptions } from './chainsOptions.js';
import { typescriptEngine } from './typescript/typescriptEngine.js';

/**
 * Chains in plain TypeScript: in any gas, a user's own functions included. `loadKernel` gives faster ones.
 *
 * @throws ThermoError for options that are refused (see `startOf`).
 */
export function typescriptChains(options: ChainsOptions): Chains {
  const state = startOf(options);
  return chainsOn(typescriptEngine(options, state), options);
}
