import { requireCount, requireFinite, requireKnownNames, ThermoError } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireShare } from '../definition/requireShare.js';
import type { Schedule } from '../schedule.js';

/** Options of `cosineRestarts`. */
export interface CosineRestartsOptions {
  /** The value at step 0. */
  readonly from: number;
  /** The value at the end of every cycle; default 0. */
  readonly to?: number;
  /** n, the length of the first cycle, at least 1. */
  readonly steps: number;
  /** m, by which each cycle is longer than the one before it, at least 1; default 1. */
  readonly lengthFactor?: number;
  /** a, by which each cycle starts nearer to `to` than the one before it, in (0, 1]; default 1. */
  readonly decay?: number;
  /** How many cycles there are, at least 1, after which `to` is held; left out, they never end. */
  readonly cycles?: number;
}

/**
 * Half a wave of a cosine over and over, each cycle from the start again (warm restarts).
 *
 * x(t) = to + (from - to) a^i (1 + cos(pi (t - b_i) / (n m^i))) / 2, b_i = n (m^i - 1) / (m - 1) the start of cycle i
 *
 * As keras.optimizers.schedules.CosineDecayRestarts (t_mul, m_mul are `lengthFactor`, `decay`),
 * torch.optim.lr_scheduler.CosineAnnealingWarmRestarts (T_mult), and timm's CosineLRScheduler (cycle_mul, cycle_decay,
 * cycle_limit), which multiplies `from` in place of from - to: the same where `to` is 0.
 *
 * @throws ThermoError for ends that are not finite, or other options out of their ranges.
 * @see I. Loshchilov and F. Hutter, arXiv 1608.03983
 */
export function cosineRestarts(options: CosineRestartsOptions): Schedule {
  requireKnownNames('cosineRestarts', options, ['from', 'to', 'steps', 'lengthFactor', 'decay', 'cycles']);
  const { from, to = 0, steps, lengthFactor = 1, decay = 1, cycles } = options;
  requireFinite('from of cosineRestarts', from);
  requireFinite('to of cosineRestarts', to);
  requireCount('steps of cosineRestarts', steps);
  requireFinite('lengthFactor of cosineRestarts', lengthFactor);
  if (lengthFactor < 1) {
    throw new ThermoError(
      `lengthFactor of cosineRestarts is ${lengthFactor}: pass a number of at least 1, since ever shorter cycles come to an end`,
    );
  }
  requireShare('decay of cosineRestarts', decay);
  if (cycles !== undefined) requireCount('cycles of cosineRestarts', cycles);

  return defineSchedule('cosineRestarts', { from, to, steps, lengthFactor, decay, cycles }, (step) => {
    const cycle = cycleAt(step / steps, lengthFactor);
    if (cycles !== undefined && cycle >= cycles) return to;
    const fraction = (step / steps - startOf(cycle, lengthFactor)) / lengthFactor ** cycle;
    return to + ((from - to) * decay ** cycle * (1 + Math.cos(Math.PI * fraction))) / 2;
  });
}

/** The start of a cycle, in lengths of the first. */
function startOf(cycle: number, lengthFactor: number): number {
  return lengthFactor === 1 ? cycle : (lengthFactor ** cycle - 1) / (lengthFactor - 1);
}

/** The cycle in which a time, in lengths of the first cycle, lies. */
function cycleAt(time: number, lengthFactor: number): number {
  if (lengthFactor === 1) return Math.floor(time);
  const cycle = Math.floor(Math.log1p(time * (lengthFactor - 1)) / Math.log(lengthFactor));
  // The logarithms' rounding can leave a cycle's first step in the cycle before.
  return time >= startOf(cycle + 1, lengthFactor) ? cycle + 1 : cycle;
}
