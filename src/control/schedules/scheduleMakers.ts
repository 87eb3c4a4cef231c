import { requireKnownNames } from '../../error.js';
import type { PacingName } from '../../physics/index.js';
import {
  add,
  byEpochs,
  chain,
  clip,
  join,
  kDecay,
  noisy,
  scale,
  shift,
  staircase,
  warmUp,
} from './combinators/index.js';
import { cosineRestarts, cyclic, oneCycle } from './cycles/index.js';
import { exponential, inverseSquareRoot, inverseTime, multiStepDecay, stepDecay } from './decays/index.js';
import { constant, piecewiseConstant, piecewiseInterpolated, warmUpStableDecay } from './pieces/index.js';
import { cosine, linear, polynomial, ramp, tanh } from './ramps/index.js';
import type { NumberOrSchedule, Schedule } from './schedule.js';

/** What makes each schedule of its saved options, which it checks as it does a user's; by the names they are saved under. */
export const scheduleMakers: Readonly<Record<string, (options: never) => Schedule>> = {
  constant: (options: { readonly value: number }) => {
    requireKnownNames('constant', options, ['value']);
    return constant(options.value);
  },
  piecewiseConstant,
  piecewiseInterpolated,
  warmUpStableDecay,
  ramp: (options: { from: number; to: number; steps: number; pacing: PacingName }) => {
    requireKnownNames('ramp', options, ['from', 'to', 'steps', 'pacing']);
    return ramp(options.from, options.to, options.steps, options.pacing);
  },
  linear,
  polynomial,
  cosine,
  tanh,
  exponential,
  inverseTime,
  inverseSquareRoot,
  stepDecay,
  multiStepDecay,
  cosineRestarts,
  oneCycle,
  cyclic,
  join: ({
    schedules: parts,
    ...options
  }: {
    schedules: readonly Schedule[];
    boundaries: readonly number[];
  }) => join(parts, options),
  chain: ofSeveral('chain', chain),
  add: ofSeveral('add', add),
  scale: combining(scale),
  clip: combining(clip),
  shift: combining(shift),
  staircase: combining(staircase),
  byEpochs: combining(byEpochs),
  kDecay: combining(kDecay),
  warmUp: combining(warmUp),
  noisy: combining(noisy),
};

/** The names of all schedules and combinators, by which they are saved. */
export const scheduleNames: readonly string[] = Object.keys(scheduleMakers);

/** Turns a combinator of several schedules into a function of all that is saved of it. `name` names the combinator. */
function ofSeveral(
  name: string,
  combine: (schedules: readonly Schedule[]) => Schedule,
): (saved: { readonly schedules: readonly Schedule[] }) => Schedule {
  return (saved) => {
    requireKnownNames(name, saved, ['schedules']);
    return combine(saved.schedules);
  };
}

/** Turns the combinator of one schedule into a function of all that is saved of it. */
function combining<Options extends object>(
  combine: (schedule: NumberOrSchedule, options: Options) => Schedule,
): (saved: { readonly of: NumberOrSchedule } & Options) => Schedule {
  return ({ of, ...options }) => combine(of, options as unknown as Options);
}
