import type { Observation } from '../../control/index.js';
import type { Conditions } from '../chains/conditions.js';
import type { ChosenEngine } from '../kernel/kernel.js';
import { chunksOf } from './chunksOf.js';
import { placedChains } from './placedChains.js';
import { settledOptions, type EnsembleOptions } from './ensembleOptions.js';
import { noiseTrace } from './noiseTrace.js';
import { observationOf } from './observationOf.js';
import { extended, noSteps } from './window.js';

/**
 * A body made of many chains that obey one control, as an optimizer does: it takes conditions step by step and shows an
 * observation, whose means are over the chains as well as over the steps.
 */
export interface Ensemble {
  readonly chains: number;
  readonly dimension: number;
  /** What moves the chains; why, where it is not the SIMD kernel. The numbers do not depend on it. */
  readonly engine: ChosenEngine;
  /** Steps taken. */
  readonly step: number;
  /**
   * Takes one step for each entry and shows what they showed; at least one step. Entries are asked for chunk by chunk, and
   * between chunks, which are short, a signal stops it with the signal's reason.
   */
  run(steps: Iterable<Conditions>, signal?: AbortSignal): Promise<Observation>;
  /** Copies w, a row a chain. */
  weights(): Promise<Float32Array>;
  /** Lets go of memory; a pool of workers stays with whoever started it. */
  dispose(): Promise<void>;
}

/**
 * An ensemble of chains. The seed decides what it does, to the last bit: not the kernel, nor how many workers there are, nor
 * how its steps are cut into runs; and chain i is the same in every ensemble that has one.
 *
 * @example
 * const gas = await ensemble({ dimension: 3, chains: 1000 });
 * const control = { protocol: 'fixedEffectiveLearningRate', effectiveLearningRate: 0.01, weightDecay: 0.01, momentum: 0 };
 * const observation = await gas.run(Array(2000).fill({ control, deviation: 1, strength: 1 }));
 *
 * @throws ThermoError for options out of range or that contradict each other, and for more memory than there is.
 */
export async function ensemble(options: EnsembleOptions): Promise<Ensemble> {
  const settled = settledOptions(options);
  const { dimension, chains } = settled;
  const trace = noiseTrace(settled.noise, settled);
  const all = await placedChains(settled);
  let step = 0;

  return {
    chains,
    dimension,
    engine: all.engine,
    get step() {
      return step;
    },
    async run(steps, signal) {
      let window = noSteps;
      for (const chunk of chunksOf(steps, chains * dimension)) {
        signal?.throwIfAborted();
        window = extended(window, chunk, await all.advance(chunk, step));
        step += chunk.length;
      }
      return observationOf(window, { step, chains, dimension, trace, weights: all.weights() });
    },
    weights: async () => all.weights(),
    async dispose() {
      all.dispose();
    },
  };
}
