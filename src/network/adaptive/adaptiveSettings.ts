import { savedSetting, type NumberOrSchedule, type ScheduleConfig } from '../../control/index.js';
import { valueAt } from '../../control/schedules/valueAt.js';
import { requireBelowOne, requireKnownNames, requireNonNegative } from '../../error.js';
import type { WeightSelection } from '../variables/index.js';

/** The settings of an adaptive optimizer, each a number or a schedule. */
export interface AdaptiveSettings {
  /** eta, at least 0. */
  readonly learningRate: NumberOrSchedule;
  /** b1, in [0, 1). */
  readonly beta1: NumberOrSchedule;
  /** b2, in [0, 1). */
  readonly beta2: NumberOrSchedule;
  /** At least 0. */
  readonly epsilon: NumberOrSchedule;
  /** lambda, decoupled from the gradient; at least 0. */
  readonly weightDecay: NumberOrSchedule;
}

/** The values of settings in one step. */
export type AdaptiveNumbers = Readonly<Record<keyof AdaptiveSettings, number>>;

/** Options of an adaptive optimizer; every setting has a default. */
export interface AdaptiveOptions extends Partial<AdaptiveSettings> {
  /**
   * The weights that decay: names (of variables, layers or roles, `*` allowed) or a predicate. Default: all of two or more
   * dimensions, which are kernels and embeddings and not biases, gammas and betas.
   */
  readonly decay?: WeightSelection;
}

/**
 * Options with their defaults filled in.
 * @throws ThermoError for a name that is not known or a value out of range, schedules at their first step.
 */
export function settledAdaptive(
  what: string,
  options: AdaptiveOptions,
  defaults: Partial<AdaptiveSettings>,
): AdaptiveSettings {
  const names = Object.keys(defaults) as (keyof AdaptiveSettings)[];
  requireKnownNames(what, options, [...names, 'decay']);
  const settings = Object.fromEntries(names.map((name) => [name, options[name] ?? defaults[name]]));
  const settled = { epsilon: 0, ...settings } as AdaptiveSettings;
  adaptiveNumbers(settled, 0);
  return settled;
}

/** @throws ThermoError for a value out of range. */
export function adaptiveNumbers(settings: AdaptiveSettings, step: number): AdaptiveNumbers {
  const numbers = Object.fromEntries(
    Object.entries(settings).map(([name, setting]: [string, NumberOrSchedule]) => [
      name,
      requireNonNegative(name, valueAt(setting, step)),
    ]),
  ) as AdaptiveNumbers;
  for (const name of ['beta1', 'beta2'] as const) requireBelowOne(name, numbers[name]);
  return numbers;
}

/** Settings as plain JSON. @throws ThermoError where one is a plain function. */
export function savedAdaptive(settings: AdaptiveSettings): Readonly<Record<string, number | ScheduleConfig>> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]: [string, NumberOrSchedule]) => [
      name,
      savedSetting(name, setting),
    ]),
  );
}
