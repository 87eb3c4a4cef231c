import { requireCount, requireKnownNames, requirePositive, ThermoError } from '../../error.js';
import type { Energy } from '../energies/energy.js';
import { linearEnergy } from '../energies/linearEnergy.js';
import { isotropicNoise } from '../noises/isotropicNoise.js';
import type { Noise } from '../noises/noise.js';
import type { WorkerPool } from '../workers/workerPool.js';
import { requireKinds } from './requireKinds.js';
import { requireMemory } from '../requireMemory.js';

/** Single precision numbers a component: weights, velocity and what a step needs, in the kernel and once more as saved. */
const numbersAComponent = 6;
/** Bytes a chain beside its components: generator and sums. */
const bytesAChain = 256;
/** What a kernel can address. */
const addressable = 4 * 2 ** 30;

/** What an ensemble is made of. */
export interface EnsembleOptions {
  /** d, at least 2. */
  readonly dimension: number;
  /** Default 1,000. */
  readonly chains?: number;
  /** |w| at the start, greater than 0; default 1. */
  readonly radius?: number;
  /** Decides start and noise: a whole number from 0 to 2^32 - 1; default 1. */
  readonly seed?: number;
  /** Default the toy model's, L = 1 + u_1. */
  readonly energy?: Energy;
  /** Default isotropic. */
  readonly noise?: Noise;
  /** Directions of w at the start, a row of d numbers a chain, of any norm but 0; default uniform on the sphere. */
  readonly directions?: ArrayLike<number>;
  /** Threads that share the chains where that pays; default this one alone. Whoever started them ends them. */
  readonly pool?: WorkerPool;
}

/** The options with their defaults. */
export type SettledOptions = Required<Omit<EnsembleOptions, 'directions' | 'pool'>> &
  Pick<EnsembleOptions, 'directions' | 'pool'>;

const names = ['dimension', 'chains', 'radius', 'seed', 'energy', 'noise', 'directions', 'pool'] as const;

/** Fills in the defaults. @throws ThermoError, before any memory is taken, for options that cannot be. */
export function settledOptions(options: EnsembleOptions): SettledOptions {
  requireKnownNames('ensemble', options, names);
  const dimension = requireCount('dimension', options.dimension, 2);
  const settled: SettledOptions = {
    chains: 1000,
    radius: 1,
    seed: 1,
    energy: linearEnergy({ dimension }),
    noise: isotropicNoise(),
    ...options,
  };
  const { chains, radius, seed, energy, noise, directions, pool } = settled;
  requireCount('chains', chains);
  requirePositive('radius', radius);
  requireSeed(seed);
  requireKinds(energy, noise);
  if (directions !== undefined && directions.length !== chains * dimension) {
    throw new ThermoError(
      `directions has ${directions.length} numbers: pass ${chains} x ${dimension}, a row a chain`,
    );
  }
  if (pool !== undefined && (energy.kind === 'own' || noise.kind === 'own')) {
    throw new ThermoError(
      'pool is given with a function of your own, which cannot be sent to a worker: leave the pool out',
    );
  }
  requireMemory({
    what: `An ensemble of ${chains} chains of dimension ${dimension}`,
    bytes: chains * (dimension * numbersAComponent * Float32Array.BYTES_PER_ELEMENT + bytesAChain),
    remedy: 'pass fewer chains or a smaller dimension',
    limit: addressable,
  });
  return settled;
}

function requireSeed(seed: number): void {
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return;
  throw new ThermoError(`seed is ${String(seed)}: pass a whole number from 0 to ${2 ** 32 - 1}`);
}
