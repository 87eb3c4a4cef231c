import type { ChainsState } from './chainsState.js';
import type { Conditions } from './conditions.js';

/**
 * Chains of SGD on a scale-invariant energy, side by side. Chain i draws from its own stream of the seed, so what it does
 * depends on nothing but its own conditions: not on how many chains there are, nor on which kernel or worker ran them.
 */
export interface Chains {
  readonly chains: number;
  readonly dimension: number;
  /** Takes one step for each entry, all chains under the same conditions. Adds to the sums. */
  runTogether(steps: readonly Conditions[]): void;
  /** Takes `steps` steps, chain i under `conditions[i]` all along. Adds to the sums. */
  runApart(conditions: readonly Conditions[], steps: number): void;
  /** What was shown since the last call, a row a chain; begins new sums. */
  takeSums(): ChainSums;
  /** Copies w, a row a chain, single precision values. */
  weights(): Float32Array;
  /** Everything the next step depends on, to be copied to another worker. */
  save(): ChainsState;
  /** Lets go of the kernel's memory. */
  dispose(): void;
}

/** Sums over the steps since they were last taken, chain by chain, in double precision. All are of the state before the step. */
export interface ChainSums {
  readonly steps: number;
  /** sum of |w|^2. */
  readonly squaredRadius: Float64Array;
  /** sum of L(w). */
  readonly energy: Float64Array;
  /** sum of |g|^2 |w|^2, g the noisy gradient: steps times M. */
  readonly secondMoment: Float64Array;
  /** sum of eta |g|^2 = eta_eff |g|^2 |w|^2. */
  readonly heating: Float64Array;
  /** sum of lambda or, on a sphere, of (1 - a) (r_before_rescale - r) / (eta_eff r^3). */
  readonly pressure: Float64Array;
}
