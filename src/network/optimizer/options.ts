import {
  restoredSettings,
  savedSetting,
  settle,
  withRate,
  type ControlSettings,
  type FixedLearningRate,
  type NumberOrSchedule,
  type Stage,
} from '../../control/index.js';
import { requireKnownNames, ThermoError } from '../../error.js';
import type { InvarianceSelection } from '../invariance/index.js';
import type { PlainStep } from './protocols/fixedLearningRate.js';
import type { SavedConfig } from './savedState.js';

/** The settings of a ThermoSGD: those of its control (see `ControlSettings`), and which weights they are for. */
export interface ThermoSGDOptions extends ControlSettings {
  /** Stages that the settings are only the start of, such as `[equilibrate(), along(adiabatic(...), { steps: 2000 })]`. */
  readonly process?: readonly Stage[];
  /**
   * The scale-invariant weights: names, a predicate, or the model they are found from. Default: the model that a monitor
   * names; without one they are found from the gradients of the first steps.
   */
  readonly invariant?: InvarianceSelection;
  /** One radius for all scale-invariant weights together, or one for each layer's; default `global`. */
  readonly radii?: 'global' | 'perLayer';
  /** How all other weights are trained, or `frozen`; default: at the same rate and momentum, without decay. */
  readonly others?: 'frozen' | OtherWeights;
  /**
   * Calls of applyGradients, minimize or trainOnBatch, or batches of fit, that make one step with their mean gradient; default 1.
   * Schedules, processes and monitors count steps.
   */
  readonly gradientAccumulationSteps?: number;
}

/** Plain SGD for the weights that are not scale-invariant. */
export interface OtherWeights {
  /** Default: `learningRate` where that is given, else 0.01. */
  readonly learningRate?: NumberOrSchedule;
  /** Default 0. */
  readonly weightDecay?: NumberOrSchedule;
  /** Default: the momentum of the scale-invariant weights. */
  readonly momentum?: NumberOrSchedule;
}

const otherNames: readonly (keyof OtherWeights)[] = ['learningRate', 'weightDecay', 'momentum'];
const optionNames: readonly (keyof ThermoSGDOptions)[] = [
  'learningRate',
  'effectiveLearningRate',
  'weightDecay',
  'radius',
  'volume',
  'momentum',
  'process',
  'invariant',
  'radii',
  'others',
  'gradientAccumulationSteps',
];

/** The rate of the other weights where the scale-invariant ones have an effective rate, which means nothing for others. */
const defaultOtherRate = 0.01;

/** The other weights' settings in full, and their values in each step. */
export interface SettledOthers {
  readonly settings: Required<OtherWeights>;
  readonly hasMomentum: boolean;
  /** The step after `step` steps, with the rate multiplied by a factor. */
  at(step: number, rateFactor: number): PlainStep;
}

/**
 * The other weights' settings in full; null when they are frozen.
 * @throws ThermoError for a value out of range.
 */
export function otherWeights(options: ThermoSGDOptions): SettledOthers | null {
  const given: unknown = options.others;
  if (given === 'frozen') return null;
  if (given !== undefined && (typeof given !== 'object' || given === null)) {
    throw new ThermoError(
      `others is ${JSON.stringify(given)}: pass 'frozen' or { learningRate, weightDecay, momentum }`,
    );
  }
  requireKnownNames('others', given ?? {}, otherNames);
  const { learningRate, weightDecay, momentum } = (given ?? {}) as OtherWeights;
  const settings = {
    learningRate: learningRate ?? options.learningRate ?? defaultOtherRate,
    weightDecay: weightDecay ?? 0,
    momentum: momentum ?? options.momentum ?? 0,
  };
  const settled = settledOthers(settings);
  return {
    settings,
    hasMomentum: hasMomentum(settings),
    at: (step, rateFactor) => withRate(settled.at(step), rateFactor) as FixedLearningRate,
  };
}

/** Whether weights keep a velocity: a schedule may set out from 0, or touch it. */
export function hasMomentum({ momentum = 0 }: Pick<OtherWeights, 'momentum'>): boolean {
  return momentum !== 0;
}

function settledOthers(settings: Required<OtherWeights>): ReturnType<typeof settle> {
  try {
    return settle(settings);
  } catch (error) {
    throw error instanceof ThermoError ? new ThermoError(`others: ${error.message}`) : error;
  }
}

/**
 * Refuses a process that starts from the radius where there is more than one.
 * @throws ThermoError naming the two ways out.
 */
export function requireOneRadius({ radii, process }: ThermoSGDOptions): void {
  if (radii !== 'perLayer' || !Array.isArray(process)) return;
  const stage = process.find(({ startsFromRadius }) => startsFromRadius);
  if (stage !== undefined) {
    throw new ThermoError(
      `${stage.name} leads one volume, and radii is 'perLayer': leave radii out, or pass drive: 'quasiStatic'`,
    );
  }
}

/**
 * Refuses what is no object of options, or has some that a ThermoSGD does not have.
 * @throws ThermoError with the names there are.
 */
export function requireOptions(options: ThermoSGDOptions): void {
  requireKnownNames('ThermoSGD', options, optionNames);
}

/**
 * Whether all scale-invariant weights share one radius.
 * @throws ThermoError for a name that is not known.
 */
export function radiiOf({ radii = 'global' }: ThermoSGDOptions): 'global' | 'perLayer' {
  if (radii !== 'global' && radii !== 'perLayer') {
    throw new ThermoError(`radii is ${JSON.stringify(radii)}: pass 'global' or 'perLayer'`);
  }
  return radii;
}

/** The settings of the other weights as plain JSON. */
export function savedOthers(others: { readonly settings: object } | null): SavedConfig['others'] {
  if (others === null) return 'frozen';
  return Object.fromEntries(
    Object.entries(others.settings).map(([name, setting]: [string, NumberOrSchedule]) => [
      name,
      savedSetting(`${name} of others`, setting),
    ]),
  );
}

/** The settings that `savedOthers` saved. */
export function restoredOthers(saved: SavedConfig['others']): 'frozen' | OtherWeights {
  return saved === 'frozen' ? 'frozen' : restoredSettings(saved);
}
