import { ThermoError } from '../../error.js';
import type { Chains } from '../chains/chains.js';
import type { ChainsState } from '../chains/chainsState.js';
import type { Gas } from '../chains/chainsOptions.js';
import type { Conditions } from '../chains/conditions.js';
import type { ChosenEngine } from '../kernel/kernel.js';
import { loadKernel } from '../kernel/loadKernel.js';
import { divided, joined } from './blocks.js';
import type { SettledOptions } from './ensembleOptions.js';
import { packed } from './packedConditions.js';
import { startWeights } from './startWeights.js';
import { totalsOf, type Totals } from './totals.js';

/** All chains of an ensemble, wherever they are moved. */
export interface PlacedChains {
  readonly engine: ChosenEngine;
  /** Takes a step for each condition; `step` is how many were taken before. */
  advance(conditions: readonly Conditions[], step: number): Promise<Totals>;
  /** Copies w, a row a chain. */
  weights(): Float32Array;
  dispose(): void;
}

/**
 * From how many component-steps, and from how many steps, sending chains to workers costs less than it saves. Measured on two
 * cores: messages and answers take two milliseconds of processor time, which is 7e5 component-steps, and the state that goes
 * with them as long as 20 steps.
 */
const worthSending = { componentSteps: 4e6, steps: 64 };
/** Milliseconds after which this thread lets all else have its turn. */
const turn = 50;

/**
 * Chains that are moved in this thread, or divided among the workers of the pool where a chunk is large enough to be worth
 * the messages. Only numbers go to and fro, so a chunk whose worker died is done again from the state that it began with.
 */
export async function placedChains(options: SettledOptions): Promise<PlacedChains> {
  const { dimension, chains, seed, energy, noise, pool } = options;
  const gas: Gas = { dimension, chains, energy, noise };
  const isOwn = energy.kind === 'own' || noise.kind === 'own';
  const kernel = await loadKernel();
  /** In this thread, or as plain data between chunks that were sent. */
  let placed: { readonly here: Chains } | { readonly away: ChainsState } = {
    here: kernel.chains({ ...gas, seed, firstChain: 0, weights: startWeights(options) }),
  };
  let lastPause = performance.now();

  const here = (): Chains => {
    if ('here' in placed) return placed.here;
    const restored = kernel.chains({ ...gas, state: placed.away });
    placed = { here: restored };
    return restored;
  };
  const away = (): ChainsState => {
    if ('away' in placed) return placed.away;
    const state = placed.here.save();
    placed.here.dispose();
    placed = { away: state };
    return state;
  };

  return {
    engine: kernel.engineOf(gas),
    async advance(conditions, step) {
      if (pool !== undefined && pool.workers > 1 && isWorthSending(conditions.length, chains * dimension)) {
        const blocks = divided(gas, away(), pool.workers);
        const numbers = packed(conditions);
        const advanced = await Promise.all(
          blocks.map((block) => pool.run('advanceBlock', { block, conditions: numbers })),
        );
        placed = { away: joined(advanced.map(({ state }) => state)) };
        return totalsOf(advanced.map(({ sums }) => sums));
      }
      if (performance.now() - lastPause > turn) {
        await pause();
        lastPause = performance.now();
      }
      if (isOwn) runStepByStep(here(), conditions, step);
      else here().runTogether(conditions);
      return totalsOf([here().takeSums()]);
    },
    weights: () => ('away' in placed ? placed.away.weights.slice() : placed.here.weights()),
    dispose() {
      if ('here' in placed) placed.here.dispose();
    },
  };
}

function isWorthSending(steps: number, components: number): boolean {
  return steps >= worthSending.steps && steps * components >= worthSending.componentSteps;
}

/** One step at a time, so that what a function of the user's did wrong is told with its step. */
function runStepByStep(chains: Chains, conditions: readonly Conditions[], step: number): void {
  conditions.forEach((condition, i) => {
    try {
      chains.runTogether([condition]);
    } catch (error) {
      if (!(error instanceof ThermoError)) throw error;
      throw new ThermoError(`step ${step + i + 1}: ${error.message}`, { cause: error });
    }
  });
}

/** Lets timers and signals have their turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
