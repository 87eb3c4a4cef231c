import type { Recorder } from '../control/index.js';

/** The share of the steps that the guard takes off from which on the training is not the one asked for. */
const worrying = 0.5;
/** Readings in a row that are worse: a spike of the gradient is over sooner. */
const patience = 3;

/** Says once, when it has lasted, that the guard against runaway takes off most of what the steps should have been. */
export function guardWarning(say: (line: string) => void): Recorder {
  let worried = 0;
  return {
    record({ guarded, step }) {
      if (typeof guarded !== 'number') return;
      if (guarded < worrying && worried < patience) worried = 0;
      else worried += 1;
      if (worried !== patience) return;
      say(
        `by step ${step} the guard against runaway takes off ${Math.round(100 * guarded)} % of the steps: lower --effective-learning-rate or --weight-decay for the dynamics that were asked for`,
      );
    },
    close: () => {},
  };
}
