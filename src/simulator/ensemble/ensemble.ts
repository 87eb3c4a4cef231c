import type { Observation } from '../../control/index.js';
import type { Conditions } from '../chains/conditions.js';

/**
 * A body made of many chains that obey one control, as an optimizer does: it takes conditions step by step and shows an
 * observation, whose means are over the chains as well as over the steps.
 */
export interface Ensemble {
  readonly chains: number;
  readonly dimension: number;
  /** Steps taken. */
  readonly step: number;
  /** Takes one step for each entry and shows what they showed; at least one step. */
  run(steps: readonly Conditions[]): Promise<Observation>;
  /** Copies w, a row a chain. */
  weights(): Promise<Float32Array>;
  /** Lets go of workers and memory. */
  dispose(): Promise<void>;
}
