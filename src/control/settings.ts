import { match, P } from 'ts-pattern';
import {
  requireBelowOne,
  requireFinite,
  requireNonNegative,
  requirePositive,
  ThermoError,
} from '../error.js';
import type { Control } from './control.js';
import { valueAt } from './schedules/valueAt.js';
import {
  restoredSetting,
  savedSetting,
  type NumberOrSchedule,
  type ScheduleConfig,
} from './schedules/index.js';

/**
 * The settings of a body, each a number or a schedule. Which of them are given chooses the protocol:
 *
 * | given | protocol |
 * |---|---|
 * | `learningRate` | fixed learning rate |
 * | `effectiveLearningRate` | fixed effective learning rate |
 * | `effectiveLearningRate` and `radius` or `volume` | fixed sphere |
 */
export interface ControlSettings {
  /** eta, per step. */
  readonly learningRate?: NumberOrSchedule;
  /** eta_eff = eta / r^2, per step. */
  readonly effectiveLearningRate?: NumberOrSchedule;
  /** lambda, the pressure; default 0. Not on a sphere, which bears whatever pressure there is. */
  readonly weightDecay?: NumberOrSchedule;
  /** r0 of the sphere, greater than 0. */
  readonly radius?: NumberOrSchedule;
  /** V0 = r0^2 / 2 of the sphere, instead of its radius. */
  readonly volume?: NumberOrSchedule;
  /** a in [0, 1); default 0. */
  readonly momentum?: NumberOrSchedule;
}

const names = [
  'learningRate',
  'effectiveLearningRate',
  'weightDecay',
  'radius',
  'volume',
  'momentum',
] as const;

/** The control that settings ask for in each step. */
export interface SettledControl {
  /** The control of the step after `step` steps. */
  at(step: number): Control;
  /** Plain JSON. @throws ThermoError where a setting is a plain function. */
  save(): Readonly<Partial<Record<keyof ControlSettings, number | ScheduleConfig>>>;
}

/** The settings that `save` saved. */
export function restoredSettings(
  saved: Readonly<Partial<Record<keyof ControlSettings, number | ScheduleConfig>>>,
): ControlSettings {
  return Object.fromEntries(Object.entries(saved).map(([name, value]) => [name, restoredSetting(value)]));
}

/**
 * Chooses the protocol and checks every setting, schedules at their first step.
 *
 * @throws ThermoError for settings that contradict each other, are missing, not finite or out of range, naming the remedy.
 */
export function settle(settings: ControlSettings): SettledControl {
  const { learningRate, effectiveLearningRate, weightDecay = 0, radius, volume, momentum = 0 } = settings;
  const momentumAt = (step: number): number => requireBelowOne('momentum', valueAt(momentum, step));

  const at = match({ learningRate, effectiveLearningRate, radius, volume })
    .with({ learningRate: P.nonNullable, effectiveLearningRate: P.nonNullable }, () => {
      throw new ThermoError('learningRate and effectiveLearningRate are both given: pass one of them');
    })
    .with({ learningRate: P.nullish, effectiveLearningRate: P.nullish }, () => {
      throw new ThermoError('no rate is given: pass learningRate or effectiveLearningRate');
    })
    .with({ radius: P.nonNullable, volume: P.nonNullable }, () => {
      throw new ThermoError('radius and volume are both given: pass one of them (volume = radius^2 / 2)');
    })
    .with(
      { learningRate: P.nonNullable, radius: P.nullish, volume: P.nullish },
      (given) => (step: number) => ({
        protocol: 'fixedLearningRate' as const,
        learningRate: requireNonNegative('learningRate', valueAt(given.learningRate, step)),
        weightDecay: requireFinite('weightDecay', valueAt(weightDecay, step)),
        momentum: momentumAt(step),
      }),
    )
    .with({ learningRate: P.nonNullable }, () => {
      throw new ThermoError(
        'radius or volume is given with learningRate: pass effectiveLearningRate for the fixed sphere',
      );
    })
    .with(
      { effectiveLearningRate: P.nonNullable, radius: P.nullish, volume: P.nullish },
      (given) => (step: number) => ({
        protocol: 'fixedEffectiveLearningRate' as const,
        effectiveLearningRate: requireNonNegative(
          'effectiveLearningRate',
          valueAt(given.effectiveLearningRate, step),
        ),
        weightDecay: requireFinite('weightDecay', valueAt(weightDecay, step)),
        momentum: momentumAt(step),
      }),
    )
    .otherwise((given) => {
      if (weightDecay !== 0) {
        throw new ThermoError(
          'weightDecay is given on a sphere, where nothing decays: leave it out, or leave out radius and volume',
        );
      }
      return (step: number) => ({
        protocol: 'fixedSphere' as const,
        effectiveLearningRate: requireNonNegative(
          'effectiveLearningRate',
          valueAt(given.effectiveLearningRate!, step),
        ),
        radius:
          given.radius === undefined
            ? Math.sqrt(2 * requirePositive('volume', valueAt(given.volume!, step)))
            : requirePositive('radius', valueAt(given.radius, step)),
        momentum: momentumAt(step),
      });
    });

  if (typeof weightDecay === 'number') requireNonNegative('weightDecay', weightDecay);
  at(0);
  return {
    at,
    save: () =>
      Object.fromEntries(
        names.flatMap((name) => {
          const setting = settings[name];
          return setting === undefined ? [] : [[name, savedSetting(name, setting)]];
        }),
      ),
  };
}
