import type { Chains } from '../../chains/chains.js';
import type { ChainsState } from '../../chains/chainsState.js';
import { linearEnergy } from '../../energies/linearEnergy.js';
import { loadKernel } from '../../kernel/loadKernel.js';
import { isotropicNoise } from '../../noises/isotropicNoise.js';
import { settledSwitching, type SettledSwitching, type SwitchingOptions } from './switchingOptions.js';

/** The work done on each trajectory, in units of the loss. */
export interface SwitchingWorks {
  /** From field(0) to field(1). */
  readonly forward: Float64Array;
  /** From field(1) to field(0). */
  readonly backward: Float64Array;
}

/** Relaxation times that the gas is given to forget its start: exp(-8) of it is left. */
const relaxationTimes = 8;
/** Steps between which all else gets its turn. */
const stepsOfTurn = 50;

/**
 * Switches an energy into another and back, each time on a gas in equilibrium, and keeps the work that each trajectory took.
 *
 * W = sum over the increments of (L_(k+1) - L_k)(u), the energy changed while the weights stand still
 *
 * Fixed unit sphere, isotropic noise. Every trajectory is a chain of its own, so the works are independent.
 *
 * @throws ThermoError for options out of range.
 * @see C. Jarzynski, Physical Review Letters 78, 2690 (1997)
 */
export async function switchingWorks(options: SwitchingOptions): Promise<SwitchingWorks> {
  const settled = settledSwitching(options);
  const { field, trajectories, onProgress } = settled;
  const forward = await worksAlong(field, 0, { ...settled, onProgress: (share) => onProgress?.(share / 2) });
  const backward = await worksAlong((fraction) => field(1 - fraction), trajectories, {
    ...settled,
    onProgress: (share) => onProgress?.((1 + share) / 2),
  });
  return { forward, backward };
}

async function worksAlong(
  field: SwitchingOptions['field'],
  firstChain: number,
  settled: SettledSwitching,
): Promise<Float64Array> {
  const { dimension, trajectories, increments, stepsPerIncrement, seed, onProgress, signal } = settled;
  const kernel = await loadKernel();
  const gasIn = (direction: ArrayLike<number>) => ({
    dimension,
    chains: trajectories,
    energy: linearEnergy({ dimension, direction, offset: 0 }),
    noise: isotropicNoise(),
  });
  const forgetting = stepsToForget(field(0), settled);
  let done = 0;
  const move = async (chains: Chains, steps: number): Promise<ChainsState> => {
    for (let left = steps; left > 0; left -= stepsOfTurn) {
      signal?.throwIfAborted();
      const taken = Math.min(left, stepsOfTurn);
      chains.runTogether(conditions(settled, taken));
      done += taken;
      onProgress?.(done / (forgetting + increments * stepsPerIncrement));
      await nextTurn();
    }
    const state = chains.save();
    chains.dispose();
    return state;
  };

  const weights = startAtMinimum(field(0), trajectories);
  const fresh = kernel.chains({ ...gasIn(field(0)), seed, firstChain, weights });
  let state = await move(fresh, forgetting);
  const works = new Float64Array(trajectories);
  for (let increment = 1; increment <= increments; increment += 1) {
    const [before, after] = [field((increment - 1) / increments), field(increment / increments)];
    addWork(works, state.weights, before, after);
    state = await move(kernel.chains({ ...gasIn(after), state }), stepsPerIncrement);
  }
  return works;
}

/** Adds (after - before) . u, chain by chain. */
function addWork(
  works: Float64Array,
  weights: Float32Array,
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): void {
  const dimension = before.length;
  for (let chain = 0; chain < works.length; chain += 1) {
    let work = 0;
    let squaredRadius = 0;
    for (let i = 0; i < dimension; i += 1) {
      const weight = weights[chain * dimension + i]!;
      work += (after[i]! - before[i]!) * weight;
      squaredRadius += weight ** 2;
    }
    works[chain]! += work / Math.sqrt(squaredRadius);
  }
}

function conditions(
  { temperature, effectiveLearningRate }: SettledSwitching,
  steps: number,
): Parameters<Chains['runTogether']>[0] {
  return Array.from({ length: steps }, () => ({
    control: { protocol: 'fixedSphere', effectiveLearningRate, radius: 1, momentum: 0 },
    deviation: Math.sqrt((2 * temperature) / effectiveLearningRate),
    strength: 1,
  }));
}

/** Directions relax at eta_eff (d - 1) T where there is no field, and at eta_eff |field| where it is strong. */
function stepsToForget(
  field: ArrayLike<number>,
  { temperature, effectiveLearningRate, dimension }: SettledSwitching,
): number {
  const rate =
    effectiveLearningRate * Math.max((dimension - 1) * temperature, Math.hypot(...Array.from(field)));
  return Math.ceil(relaxationTimes / rate);
}

function startAtMinimum(field: ArrayLike<number>, chains: number): Float32Array {
  const strength = Math.hypot(...Array.from(field));
  const start = Array.from(field, (value, axis) => (strength > 0 ? -value / strength : axis === 0 ? 1 : 0));
  return Float32Array.from({ length: chains * start.length }, (_, i) => start[i % start.length]!);
}

/** Lets timers and signals have their turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
