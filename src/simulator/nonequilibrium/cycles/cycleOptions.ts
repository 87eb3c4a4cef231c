import { requireCount, requireKnownNames, requirePositive, ThermoError } from '../../../error.js';

/** How a cycle is run. What is not given runs it so slowly that the ideal gas's numbers hold to about 1 %. */
export interface CycleOptions {
  /** T before the first leg, in units of the loss; small beside the energy's strength 1; default 0.2. */
  readonly temperature?: number;
  /** eta_eff before the first leg; it follows T, as the noise is constant; default 0.01. */
  readonly effectiveLearningRate?: number;
  /** d, at least 2; default 3, where U = R T holds up to terms of exp(-2 / T). */
  readonly dimension?: number;
  /** Steps of each leg; a multiple of `every`; default 60,000. */
  readonly legSteps?: number;
  /** Steps in which the gas is held and U is averaged between two legs; a multiple of `every`; default 20,000. */
  readonly cornerSteps?: number;
  /** Steps between readings; default 200. */
  readonly every?: number;
  /** Chains of one repetition; default 256. */
  readonly chains?: number;
  /** Independent repetitions, which the errors are taken from; default 8. */
  readonly repetitions?: number;
  /** The first repetition's; the others follow it; default 1. */
  readonly seed?: number;
  /**
   * What moves the volume. `piston` (default) prescribes it, and the pressure is what the gas bears: no work is lost.
   * `feedForward` moves it by weight decay, which pays for haste: see `lostWork`.
   */
  readonly drive?: 'piston' | 'feedForward';
  /** Told after each repetition: the share of the whole that is done, in (0, 1]. */
  readonly onProgress?: (share: number) => void;
  /** Stops the run between two windows, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The options with their defaults. */
export type SettledCycleOptions = Required<Omit<CycleOptions, 'onProgress' | 'signal'>> &
  Pick<CycleOptions, 'onProgress' | 'signal'>;

const defaults = {
  temperature: 0.2,
  effectiveLearningRate: 0.01,
  dimension: 3,
  legSteps: 60_000,
  cornerSteps: 20_000,
  every: 200,
  chains: 256,
  repetitions: 8,
  seed: 1,
  drive: 'piston',
} as const;

/** Fills in the defaults. @throws ThermoError for options out of range or unknown. */
export function settledCycleOptions(options: CycleOptions): SettledCycleOptions {
  requireKnownNames('runCycle', options, [...Object.keys(defaults), 'onProgress', 'signal']);
  const settled = { ...defaults, ...options };
  requirePositive('temperature', settled.temperature);
  requirePositive('effectiveLearningRate', settled.effectiveLearningRate);
  requireCount('dimension', settled.dimension, 2);
  requireCount('every', settled.every);
  requireCount('chains', settled.chains, 2);
  requireCount('repetitions', settled.repetitions, 2);
  requireCount('seed', settled.seed, 0);
  for (const name of ['legSteps', 'cornerSteps'] as const) {
    requireCount(name, settled[name]);
    if (settled[name] % settled.every !== 0) {
      throw new ThermoError(
        `${name} is ${settled[name]}, not a multiple of every, which is ${settled.every}: pass one, so that no reading speaks of two legs`,
      );
    }
  }
  if (settled.drive !== 'piston' && settled.drive !== 'feedForward') {
    throw new ThermoError(`drive is ${JSON.stringify(settled.drive)}: pass piston or feedForward`);
  }
  return settled;
}
