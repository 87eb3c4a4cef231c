import { requireCount, requireFinite, requireKnownNames, requirePositive } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import type { Schedule } from '../schedule.js';

/** Options of `cosine`. */
export interface CosineOptions {
  /** The value at step 0. */
  readonly from: number;
  /** The value from step `steps` on; default 0. */
  readonly to?: number;
  /** At least 1. */
  readonly steps: number;
  /** A power of the wave, greater than 0; default 1. */
  readonly exponent?: number;
}

/**
 * Half a wave of a cosine, slow at both ends; the end is held.
 *
 * x(t) = to + (from - to) ((1 + cos(pi t / steps)) / 2)^exponent
 *
 * As keras.optimizers.schedules.CosineDecay and optax.cosine_decay_schedule (their alpha is to / from),
 * torch.optim.lr_scheduler.CosineAnnealingLR, which rises again past its end, and timm's CosineLRScheduler.
 *
 * @throws ThermoError for ends that are not finite, a number of steps that is no whole number of at least 1, or an exponent
 *   that is not positive.
 * @see I. Loshchilov and F. Hutter, arXiv 1608.03983
 */
export function cosine(options: CosineOptions): Schedule {
  requireKnownNames('cosine', options, ['from', 'to', 'steps', 'exponent']);
  const { from, to = 0, steps, exponent = 1 } = options;
  requireFinite('from of cosine', from);
  requireFinite('to of cosine', to);
  requireCount('steps of cosine', steps);
  requirePositive('exponent of cosine', exponent);
  return defineSchedule('cosine', { from, to, steps, exponent }, (step) =>
    step >= steps ? to : to + (from - to) * ((1 + Math.cos((Math.PI * step) / steps)) / 2) ** exponent,
  );
}
