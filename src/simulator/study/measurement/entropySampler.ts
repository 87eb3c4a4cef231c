import type { StudySettings } from '../studySettings.js';
import { toyModel } from '../toyModel.js';
import { newestRows } from './newestRows.js';
import type { Thinning } from './thinning.js';

/** Takes the entropies of one chain's direction as it goes. */
export interface EntropySampler {
  /** Looks at the weights after a step, which begin at `from`; called each `keepEvery` steps. */
  look(step: number, weights: Float32Array, from: number): void;
  /** Of the newest weights, each `entropyEvery` steps. */
  readonly published: number[];
  /** Of each set of thinned weights. */
  readonly thinned: number[];
}

/** @param entropyOf the estimate from at most `kept` rows of weights. */
export function entropySampler(
  { kept, entropyEvery, steps }: StudySettings,
  { every, sets }: Thinning,
  entropyOf: (rows: Float32Array) => number,
): EntropySampler {
  const newest = newestRows(kept, toyModel.dimension);
  const apart = newestRows(kept, toyModel.dimension);
  const firstThinned = steps - sets * kept * every;
  const published: number[] = [];
  const thinned: number[] = [];
  return {
    published,
    thinned,
    look(step, weights, from) {
      newest.push(weights, from);
      if (step % entropyEvery === 0) published.push(entropyOf(newest.rows()));
      const since = step - firstThinned;
      if (since <= 0 || since % every !== 0) return;
      apart.push(weights, from);
      if (since % (kept * every) === 0) thinned.push(entropyOf(apart.rows()));
    },
  };
}
