import {
  add,
  chain,
  scale,
  type ControlSettings,
  type FixedLearningRate,
  type NumberOrSchedule,
  settle,
  type Stage,
  withRate,
} from '../../control/index.js';
import {
  requireBelowOne,
  requireKnownNames,
  requireNonNegative,
  requirePositive,
  ThermoError,
} from '../../error.js';
import type { InvarianceSelection } from '../invariance/index.js';
import type { WeightSelection } from '../variables/index.js';

/** What a thermalized optimizer obeys. Nothing is required: without options it is the optimizer that it wraps. */
export interface ThermalizeOptions extends ControlSettings {
  /**
   * Decoupled weight decay, w <- w - eta lambda w before the optimizer's own step (arXiv 1711.05101). At a learning rate it is
   * for the weights of `decay`, at an effective learning rate for the scale-invariant ones. Default 0.
   */
  readonly weightDecay?: NumberOrSchedule;
  /**
   * Momentum in [0, 1): a of tf.train.momentum and rmsprop, b1 of adam and adamax, `momentum` of your own; default the optimizer's
   * own. In a process tf.train.momentum's stays at its start, as every setting of the gas does; the others follow their schedule.
   */
  readonly momentum?: NumberOrSchedule;
  /**
   * The weights that decay at a learning rate: names (of variables, layers or roles, `*` allowed) or a predicate. Default: all
   * of two or more dimensions, which are kernels and embeddings and not biases, gammas and betas.
   */
  readonly decay?: WeightSelection;
  /** The largest norm of all gradients taken as one vector; longer ones are shortened to it. */
  readonly clipGlobalNorm?: number;
  /** The largest norm of each variable's gradient. */
  readonly clipNorm?: number;
  /** The largest absolute value of each gradient's elements. */
  readonly clipValue?: number;
  /** Stages that the settings are only the start of, such as `[equilibrate(), along(adiabatic(...), { steps: 2000 })]`. */
  readonly process?: readonly Stage[];
  /** The scale-invariant weights, as ThermoSGD's; only an effective rate, a sphere and a monitor ask for them. */
  readonly invariant?: InvarianceSelection;
  /** One radius for all scale-invariant weights together, or one for each layer's; default `global`. */
  readonly radii?: 'global' | 'perLayer';
  /** How the weights that are not scale-invariant move where an effective rate is given, which means nothing for them. */
  readonly others?: 'frozen' | OtherRates;
  /**
   * Calls of applyGradients, minimize or trainOnBatch, or batches of fit, that make one step with their mean gradient; default 1.
   * Schedules, processes and monitors count steps.
   */
  readonly gradientAccumulationSteps?: number;
}

/** The numbers of the weights that are not scale-invariant. */
export interface OtherRates {
  /** Default: the optimizer's own. */
  readonly learningRate?: NumberOrSchedule;
  /** For those of them that `decay` selects; default 0. */
  readonly weightDecay?: NumberOrSchedule;
}

/** The names of the options that clip, of which one may be given. */
export const clipNames = ['clipGlobalNorm', 'clipNorm', 'clipValue'] as const;

const optionNames: readonly (keyof ThermalizeOptions)[] = [
  'learningRate',
  'effectiveLearningRate',
  'weightDecay',
  'radius',
  'volume',
  'momentum',
  'decay',
  ...clipNames,
  'process',
  'invariant',
  'radii',
  'others',
  'gradientAccumulationSteps',
];

/**
 * Refuses options that are not known, contradict each other or are out of range, but for those that the control judges.
 * @throws ThermoError with the remedy.
 */
export function requireThermalizeOptions(options: ThermalizeOptions): void {
  requireKnownNames('thermalize', options, optionNames);
  const clips = clipNames.filter((name) => options[name] !== undefined);
  if (clips.length > 1) throw new ThermoError(`${clips.join(' and ')} are given together: pass one of them`);
  clips.forEach((name) => requirePositive(name, options[name]!));
  // Before the pressure is computed from both, in which neither would be found again.
  const { momentum, weightDecay } = options;
  if (momentum !== undefined && typeof momentum !== 'function') requireBelowOne('momentum', momentum);
  if (typeof weightDecay === 'number') requireNonNegative('weightDecay', weightDecay);
  if (options.others === undefined) return;
  if (options.learningRate !== undefined || options.effectiveLearningRate === undefined) {
    throw new ThermoError(
      'others is given without an effective learning rate, so that all weights share one rate: leave it out, or pass effectiveLearningRate',
    );
  }
}

/** The settings of the gas: the user's, with the optimizer's own rate where no rate is given, and a of the gas. */
export function gasSettings(
  { learningRate, effectiveLearningRate, weightDecay = 0, radius, volume }: ThermalizeOptions,
  {
    learningRate: ownRate,
    momentum,
  }: { readonly learningRate: NumberOrSchedule; readonly momentum: NumberOrSchedule },
): ControlSettings {
  const rate = learningRate === undefined && effectiveLearningRate === undefined ? ownRate : learningRate;
  const given = {
    learningRate: rate,
    effectiveLearningRate,
    radius,
    volume,
    weightDecay: pressureOf(weightDecay, momentum),
    momentum,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/**
 * p = (1 - a) lambda: decoupled decay shrinks the weights by eta lambda a step, and the gas's by p times the rate eta / (1 - a)
 * that a lasting force is followed at.
 */
function pressureOf(weightDecay: NumberOrSchedule, momentum: NumberOrSchedule): NumberOrSchedule {
  if (momentum === 0 || weightDecay === 0) return weightDecay;
  if (typeof momentum === 'function') {
    return chain([weightDecay, add([1, scale(momentum, { factor: -1 })])]);
  }
  return typeof weightDecay === 'number'
    ? weightDecay * (1 - momentum)
    : scale(weightDecay, { factor: 1 - momentum });
}

/** The other weights' settings in full, and their values in each step. */
export interface SettledOthers {
  readonly settings: Required<OtherRates>;
  /** The step after `step` steps, with the rate multiplied by a factor. */
  at(step: number, rateFactor: number): FixedLearningRate;
}

/**
 * The other weights' settings; null when they are frozen.
 * @throws ThermoError for a name that is not known or a value out of range.
 */
export function settledOthers(
  given: ThermalizeOptions['others'],
  ownRate: NumberOrSchedule,
): SettledOthers | null {
  if (given === 'frozen') return null;
  if (given !== undefined && (typeof given !== 'object' || given === null)) {
    throw new ThermoError(
      `others is ${JSON.stringify(given)}: pass 'frozen' or { learningRate, weightDecay }`,
    );
  }
  requireKnownNames('others', given ?? {}, ['learningRate', 'weightDecay']);
  const settings = {
    learningRate: given?.learningRate ?? ownRate,
    weightDecay: given?.weightDecay ?? 0,
  };
  try {
    const settled = settle(settings);
    return {
      settings,
      at: (step, rateFactor) => withRate(settled.at(step), rateFactor) as FixedLearningRate,
    };
  } catch (error) {
    throw error instanceof ThermoError ? new ThermoError(`others: ${error.message}`) : error;
  }
}
