import type { Chains } from '../chains/chains.js';
import type { ChainsOptions, Gas } from '../chains/chainsOptions.js';

/** Makes chains in the fastest way that this machine and their gas allow; the numbers do not depend on which way that is. */
export interface Kernel {
  /**
   * What moves chains of this gas: the SIMD kernel, or plain TypeScript and the reason why. Linear and quadratic energies
   * under isotropic and diagonal noise give the same numbers in both, bit for bit.
   */
  engineOf(gas: Pick<Gas, 'energy' | 'noise'>): ChosenEngine;
  /** @throws ThermoError for options that are refused. */
  chains(options: ChainsOptions): Chains;
}

/** The name of an engine; for plain TypeScript with the reason. */
export type ChosenEngine =
  { readonly name: 'wasm' } | { readonly name: 'typescript'; readonly reason: string };
