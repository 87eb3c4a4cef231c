import { requireCount, requireFinite, requireKnownNames, ThermoError } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireOneOf } from '../definition/requireOneOf.js';
import { interpolations, type Interpolation } from '../pieces/interpolation.js';
import { piecewiseInterpolated } from '../pieces/piecewiseInterpolated.js';
import type { Schedule } from '../schedule.js';

/** Options of `oneCycle`. */
export interface OneCycleOptions {
  /** The value at the top. */
  readonly peak: number;
  /** The value at step 0; default peak / 25. */
  readonly from?: number;
  /** The value at the last step, `steps` - 1, and from then on; default from / 10,000. */
  readonly to?: number;
  /** n, all steps of the run. */
  readonly steps: number;
  /** s, the share of the steps until the peak: in (0, 1), in three phases in (0, 1/2); default 0.3. */
  readonly rise?: number;
  /** 2 (default): up, then down to `to`. 3: up, down to `from` at the same pace, then on to `to`. */
  readonly phases?: 2 | 3;
  /** The way from one to the next; default cosine. */
  readonly interpolation?: Interpolation;
}

/**
 * Up to a peak and down to almost nothing, over the whole run.
 *
 * from at step 0, peak at s n - 1, (from at 2 s n - 2 in three phases,) to at n - 1; between them linear or half a cosine
 *
 * As torch.optim.lr_scheduler.OneCycleLR (pct_start is `rise`, div_factor peak / from, final_div_factor from / to,
 * three_phase `phases`, anneal_strategy `interpolation`), and optax.cosine_onecycle_schedule and linear_onecycle_schedule
 * but for one step. For a momentum that goes the other way, `from` and `to` above `peak`.
 *
 * @throws ThermoError for values that are not finite, other options out of their ranges, or a rise that is no step long.
 * @see L. N. Smith and N. Topin, arXiv 1708.07120
 */
export function oneCycle(options: OneCycleOptions): Schedule {
  const known = ['peak', 'from', 'to', 'steps', 'rise', 'phases', 'interpolation'];
  requireKnownNames('oneCycle', options, known);
  const { peak, steps, rise = 0.3, phases = 2, interpolation = 'cosine' } = options;
  requireFinite('peak of oneCycle', peak);
  const from = requireFinite('from of oneCycle', options.from ?? peak / 25);
  const to = requireFinite('to of oneCycle', options.to ?? from / 10_000);
  requireCount('steps of oneCycle', steps);
  requireOneOf('interpolation of oneCycle', interpolation, interpolations);
  if (phases !== 2 && phases !== 3) {
    throw new ThermoError(`phases of oneCycle is ${String(phases)}: pass 2 or 3`);
  }
  requireRise(rise, phases, steps);

  const top = rise * steps - 1;
  const course =
    phases === 2
      ? { values: [from, peak, to], boundaries: [top, steps - 1] }
      : { values: [from, peak, from, to], boundaries: [top, 2 * top, steps - 1] };
  return defineSchedule(
    'oneCycle',
    { peak, from, to, steps, rise, phases, interpolation },
    piecewiseInterpolated({ ...course, interpolation }),
  );
}

function requireRise(rise: number, phases: 2 | 3, steps: number): void {
  requireFinite('rise of oneCycle', rise);
  const limit = phases === 2 ? 1 : 0.5;
  if (rise <= 0 || rise >= limit) {
    throw new ThermoError(
      `rise of oneCycle is ${rise}: pass a number in (0, ${limit}), the share of the steps until the peak`,
    );
  }
  if (rise * steps <= 1) {
    throw new ThermoError(
      `rise of oneCycle is ${rise} of ${steps} steps, which leaves no step to rise in: raise one of them until their product is above 1`,
    );
  }
}
