import { match } from 'ts-pattern';
import { requireCount, requireFinite, requireKnownNames, ThermoError } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireOneOf } from '../definition/requireOneOf.js';
import { scheduleOf } from '../definition/scheduleOf.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** The way of a warm-up: even steps, the same value throughout, or the same factor in every step. */
export type WarmUpForm = 'linear' | 'constant' | 'exponential';

/** Options of `warmUp`. */
export interface WarmUpOptions {
  /** w, the steps of the warm-up, at least 1. */
  readonly steps: number;
  /** The value at step 0, below the value that it warms up to; default 0, which an exponential warm-up cannot start from. */
  readonly from?: number;
  /** The way up; default linear. */
  readonly form?: WarmUpForm;
  /**
   * `before` (default): the schedule begins after the warm-up, with its own step 0. `within`: both begin at step 0, and the
   * warm-up leads to where the schedule stands after `steps` steps.
   */
  readonly placement?: 'before' | 'within';
}

/**
 * A warm-up to a schedule.
 *
 * While t < w: from + (y - from) t / w (linear), from (constant) or from (y / from)^(t / w) (exponential), y the schedule's
 * value at w; then the schedule.
 *
 * Linear: the gradual warm-up of arXiv 1706.02677, warmup_target and warmup_steps of keras.optimizers.schedules.CosineDecay,
 * optax.warmup_cosine_decay_schedule and warmup_exponential_decay_schedule (the former's decay_steps count the warm-up),
 * timm's warmup_prefix = True (`before`) and, in TanhLRScheduler, False (`within`). A factor that acts on a schedule which
 * goes on meanwhile, as PyTorch's LinearLR and ConstantLR do, is a `chain`.
 *
 * @throws ThermoError for a number of steps that is no whole number of at least 1, a warm-up that does not rise, as one that
 *   outlasts the schedule, or a form or placement that is not known.
 * @see P. Goyal et al., arXiv 1706.02677
 */
export function warmUp(schedule: NumberOrSchedule, options: WarmUpOptions): Schedule {
  const of = scheduleOf('warmUp', schedule);
  requireKnownNames('warmUp', options, ['steps', 'from', 'form', 'placement']);
  const { steps, from = 0, form = 'linear', placement = 'before' } = options;
  requireCount('steps of warmUp', steps);
  requireFinite('from of warmUp', from);
  requireOneOf('form of warmUp', form, ['linear', 'constant', 'exponential']);
  requireOneOf('placement of warmUp', placement, ['before', 'within']);
  const start = placement === 'before' ? steps : 0;
  const to = of(steps - start);
  if (from >= to) {
    throw new ThermoError(
      `warmUp leads from ${from} to ${to}, where the schedule stands after it: lower from, or shorten a warm-up that outlasts the schedule`,
    );
  }
  const up = wayUp(form, from, to);
  return defineSchedule('warmUp', { of, steps, from, form, placement }, (step) =>
    step < steps ? up(step / steps) : of(step - start),
  );
}

/** The value after a fraction of the way up. */
function wayUp(form: WarmUpForm, from: number, to: number): (fraction: number) => number {
  if (form === 'exponential' && from <= 0) {
    throw new ThermoError(
      `from of warmUp is ${from}: pass a number greater than 0, from which an exponential warm-up can start`,
    );
  }
  return match(form)
    .with('linear', () => (fraction: number) => from + (to - from) * fraction)
    .with('constant', () => () => from)
    .with('exponential', () => (fraction: number) => from * (to / from) ** fraction)
    .exhaustive();
}
