import type { ChainSums } from '../chains/chains.js';
import type { ChainsState } from '../chains/chainsState.js';
import type { Gas } from '../chains/chainsOptions.js';
import { loadKernel } from '../kernel/loadKernel.js';
import { unpacked } from './packedConditions.js';

/** Neighbouring chains as plain data. */
export interface Block {
  readonly gas: Gas;
  readonly state: ChainsState;
}

/** Takes a step for each condition from where a block stands: a task for a worker. */
export async function advanceBlock({
  block: { gas, state },
  conditions,
}: {
  readonly block: Block;
  /** See `packed`. */
  readonly conditions: Float64Array;
}): Promise<{ readonly state: ChainsState; readonly sums: ChainSums }> {
  const chains = (await loadKernel()).chains({ ...gas, state });
  chains.runTogether(unpacked(conditions));
  const advanced = { state: chains.save(), sums: chains.takeSums() };
  chains.dispose();
  return advanced;
}
