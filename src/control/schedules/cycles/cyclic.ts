import { match } from 'ts-pattern';
import { requireCount, requireFinite, requireKnownNames, ThermoError } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireOneOf } from '../definition/requireOneOf.js';
import { requireShare } from '../definition/requireShare.js';
import type { Schedule } from '../schedule.js';

/** Options of `cyclic`. */
export interface CyclicOptions {
  /** The value at the start and the end of every cycle. */
  readonly minimum: number;
  /** The value at the top of the first cycle, above `minimum`. */
  readonly maximum: number;
  /** u, the steps from bottom to top, at least 1. */
  readonly rise: number;
  /** w, the steps from top to bottom, at least 1; default `rise`. */
  readonly fall?: number;
  /**
   * How the height changes: `triangular` (default), not at all; `triangular2`, halved after each cycle;
   * `exponentialRange`, by the factor `decay` in every step.
   */
  readonly mode?: 'triangular' | 'triangular2' | 'exponentialRange';
  /** The factor of `exponentialRange`, in (0, 1]; given with that mode alone. */
  readonly decay?: number;
}

/**
 * Up and down between two values, in straight lines, over and over.
 *
 * x(t) = minimum + (maximum - minimum) h(t) s(t), with s in cycle i = floor(t / (u + w)) and tau = t - i (u + w):
 * s = tau / u while tau <= u, then (u + w - tau) / w; h = 1, 2^-i or decay^t
 *
 * As torch.optim.lr_scheduler.CyclicLR, whose step_size_up, step_size_down and gamma are `rise`, `fall` and `decay`, and
 * whose exp_range is `exponentialRange`.
 *
 * @throws ThermoError for values that are not finite or out of order, or other options out of their ranges.
 * @see L. N. Smith, arXiv 1506.01186
 */
export function cyclic(options: CyclicOptions): Schedule {
  requireKnownNames('cyclic', options, ['minimum', 'maximum', 'rise', 'fall', 'mode', 'decay']);
  const { minimum, maximum, rise, fall = rise, mode = 'triangular', decay } = options;
  requireFinite('minimum of cyclic', minimum);
  requireFinite('maximum of cyclic', maximum);
  if (minimum >= maximum) {
    throw new ThermoError(
      `minimum of cyclic is ${minimum}: pass a number below maximum, which is ${maximum}`,
    );
  }
  requireCount('rise of cyclic', rise);
  requireCount('fall of cyclic', fall);
  requireOneOf('mode of cyclic', mode, ['triangular', 'triangular2', 'exponentialRange']);
  const height = heightOf(mode, decay);

  return defineSchedule('cyclic', { minimum, maximum, rise, fall, mode, decay }, (step) => {
    const cycle = Math.floor(step / (rise + fall));
    const time = step - cycle * (rise + fall);
    const share = time <= rise ? time / rise : (rise + fall - time) / fall;
    return minimum + (maximum - minimum) * share * height(cycle, step);
  });
}

/** The height of a mode by the cycle and the step, as a share of the first. */
function heightOf(
  mode: NonNullable<CyclicOptions['mode']>,
  decay: number | undefined,
): (cycle: number, step: number) => number {
  if (mode !== 'exponentialRange' && decay !== undefined) {
    throw new ThermoError(`decay of cyclic is given with mode ${mode}: pass mode exponentialRange with it`);
  }
  return match(mode)
    .with('triangular', () => () => 1)
    .with('triangular2', () => (cycle: number) => 2 ** -cycle)
    .with('exponentialRange', () => {
      if (decay === undefined) {
        throw new ThermoError(
          'decay of cyclic is not given: pass a number in (0, 1] with mode exponentialRange',
        );
      }
      requireShare('decay of cyclic', decay);
      return (_: number, step: number) => decay ** step;
    })
    .exhaustive();
}
