import {
  requireCount,
  requireFinite,
  requireKnownNames,
  requirePositive,
  ThermoError,
} from '../../../error.js';

/** How an energy is switched into another while a gas moves in it. */
export interface SwitchingOptions {
  /** The energy along the switching is L(u) = field . u; d finite numbers at each fraction from 0 to 1. */
  readonly field: (fraction: number) => ArrayLike<number>;
  /** T, greater than 0. */
  readonly temperature: number;
  /** eta_eff; default 0.002. The finite step shows in the works: at 0.02 free energies are off by up to 2.5 %. */
  readonly effectiveLearningRate?: number;
  /** Times that the energy changes; default 100. */
  readonly increments?: number;
  /** Steps that the gas takes after each; default 10. */
  readonly stepsPerIncrement?: number;
  /** Trajectories of each direction; default 40,000. */
  readonly trajectories?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Told now and then: the share of the whole that is done, in (0, 1]. */
  readonly onProgress?: (share: number) => void;
  /** Stops within some steps, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The options with their defaults. */
export type SettledSwitching = Required<Omit<SwitchingOptions, 'onProgress' | 'signal'>> &
  Pick<SwitchingOptions, 'onProgress' | 'signal'> & {
    /** d. */
    readonly dimension: number;
  };

const defaults = {
  effectiveLearningRate: 0.002,
  increments: 100,
  stepsPerIncrement: 10,
  trajectories: 40_000,
  seed: 1,
};

/** Fills in the defaults. @throws ThermoError for options out of range or unknown. */
export function settledSwitching(options: SwitchingOptions): SettledSwitching {
  requireKnownNames('switchingWorks', options, [
    'field',
    'temperature',
    ...Object.keys(defaults),
    'onProgress',
    'signal',
  ]);
  const settled = { ...defaults, ...options };
  requirePositive('temperature', settled.temperature);
  requirePositive('effectiveLearningRate', settled.effectiveLearningRate);
  for (const name of ['increments', 'stepsPerIncrement'] as const) requireCount(name, settled[name]);
  requireCount('trajectories', settled.trajectories, 2);
  requireCount('seed', settled.seed, 0);
  const dimension = settled.field(0).length;
  requireCount('numbers of field(0)', dimension, 2);
  for (const fraction of [0, 1]) {
    const field = Array.from(settled.field(fraction));
    if (field.length !== dimension) {
      throw new ThermoError(
        `field(${fraction}) has ${field.length} numbers: pass ${dimension}, as field(0) has`,
      );
    }
    field.forEach((value, axis) => requireFinite(`field(${fraction})[${axis}]`, value));
  }
  return { ...settled, dimension };
}
