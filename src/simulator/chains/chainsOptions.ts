import { match } from 'ts-pattern';
import { requireCount, ThermoError } from '../../error.js';
import type { Energy } from '../energies/energy.js';
import type { Noise } from '../noises/noise.js';
import type { ChainsState } from './chainsState.js';
import { generatorStates } from './generatorStates.js';

/** What chains are made of: the gas, and where they start afresh or go on from. */
export type ChainsOptions = Gas & (FreshChains | ContinuedChains);

/** What the chains move in. */
export interface Gas {
  /** d, at least 2. */
  readonly dimension: number;
  /** Their number, at least 1. */
  readonly chains: number;
  readonly energy: Energy;
  readonly noise: Noise;
}

/** Chains that start afresh. */
export interface FreshChains {
  /** Whole, from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Index of the first of these chains in the whole ensemble: chain i of these draws from the stream of firstChain + i. */
  readonly firstChain: number;
  /** w, a row a chain; no row may be zero. */
  readonly weights: Float32Array;
}

/** Chains that go on from what `save` gave, as if they had never stopped; the sums are begun anew. */
export interface ContinuedChains {
  readonly state: ChainsState;
}

/**
 * The state that the options begin with, after everything in them was checked.
 *
 * @throws ThermoError for a dimension below 2, lengths that do not fit together, numbers that are not finite.
 */
export function startOf(options: ChainsOptions): ChainsState {
  const { dimension, chains } = options;
  requireCount('dimension', dimension, 2);
  requireCount('chains', chains);
  requireEnergy(options.energy, dimension);
  requireNoise(options.noise, dimension);
  const state = 'state' in options ? options.state : freshState(options);
  requireLength('weights', state.weights, chains * dimension);
  requireDirections(state.weights, dimension);
  requireLength('generator', state.generator, 4 * chains);
  if (state.velocity.length > 0) requireLength('velocity', state.velocity, chains * dimension);
  return state;
}

function freshState({ seed, firstChain, weights, chains }: Gas & FreshChains): ChainsState {
  requireCount('seed', seed, 0);
  requireCount('firstChain', firstChain, 0);
  return { weights, velocity: new Float32Array(), generator: generatorStates(seed, firstChain, chains) };
}

function requireEnergy(energy: Energy, dimension: number): void {
  match(energy)
    .with({ kind: 'linear' }, ({ direction }) =>
      requireNumbers('direction of the energy', direction, dimension),
    )
    .with({ kind: 'quadratic' }, ({ coefficients }) =>
      requireNumbers('coefficients of the energy', coefficients, dimension),
    )
    .with({ kind: 'own' }, () => {})
    .exhaustive();
  if (!Number.isFinite(energy.offset)) {
    throw new ThermoError(`offset of the energy is ${energy.offset}: pass a finite number`);
  }
}

function requireNoise(noise: Noise, dimension: number): void {
  match(noise)
    .with({ kind: 'diagonal' }, ({ deviations }) => {
      requireNumbers('deviations of the noise', deviations, dimension);
      const negative = deviations.find((deviation) => deviation < 0);
      if (negative !== undefined) {
        throw new ThermoError(`deviations of the noise hold ${negative}: pass numbers of at least 0`);
      }
    })
    .with({ kind: 'isotropic' }, { kind: 'own' }, () => {})
    .exhaustive();
}

function requireNumbers(what: string, numbers: Float64Array, length: number): void {
  requireLength(what, numbers, length);
  const wrong = numbers.find((value) => !Number.isFinite(Math.fround(value)));
  if (wrong !== undefined)
    throw new ThermoError(`${what} holds ${wrong}: pass finite single precision numbers`);
}

function requireLength(what: string, given: ArrayLike<number>, length: number): void {
  if (given.length !== length) {
    throw new ThermoError(
      `${what} has ${given.length} numbers: pass ${length}, chains and dimension being what they are`,
    );
  }
}

function requireDirections(weights: Float32Array, dimension: number): void {
  for (let at = 0; at < weights.length; at += dimension) {
    let squaredRadius = 0;
    for (let i = at; i < at + dimension; i += 1) squaredRadius += weights[i]! ** 2;
    if (!(squaredRadius > 0 && squaredRadius < Infinity)) {
      throw new ThermoError(
        `weights of chain ${at / dimension} have the squared norm ${squaredRadius}: pass finite weights that are not all zero`,
      );
    }
  }
}
