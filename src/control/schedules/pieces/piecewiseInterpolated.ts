import { requireKnownNames } from '../../../error.js';
import { boundariesPassed } from '../definition/boundariesPassed.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireBoundaries } from '../definition/requireBoundaries.js';
import { requireFiniteNumbers } from '../definition/requireFiniteNumbers.js';
import { requireOneMore } from '../definition/requireOneMore.js';
import { requireOneOf } from '../definition/requireOneOf.js';
import type { Schedule } from '../schedule.js';
import { between, interpolations, type Interpolation } from './interpolation.js';

/** Options of `piecewiseInterpolated`. */
export interface PiecewiseInterpolatedOptions {
  /** The value at step 0 and at each boundary: one more than there are boundaries. */
  readonly values: readonly number[];
  /** The steps at which the values are reached: greater than 0, in rising order. */
  readonly boundaries: readonly number[];
  /** The way from one value to the next; default linear. */
  readonly interpolation?: Interpolation;
}

/**
 * From one value to the next, each reached at its boundary; the last is held.
 *
 * x(t) = v_i + (v_(i+1) - v_i) e(f), f = (t - b_i) / (b_(i+1) - b_i); e(f) = f (linear) or (1 - cos(pi f)) / 2 (cosine)
 *
 * As optax.piecewise_interpolate_schedule, which is given the ratios of the values in place of the values.
 *
 * @throws ThermoError for boundaries out of order, values that are not finite or not one more than them, or an
 *   interpolation that is not known.
 */
export function piecewiseInterpolated(options: PiecewiseInterpolatedOptions): Schedule {
  requireKnownNames('piecewiseInterpolated', options, ['values', 'boundaries', 'interpolation']);
  const { interpolation = 'linear' } = options;
  const boundaries = [...requireBoundaries('piecewiseInterpolated', options.boundaries)];
  const values = [...requireFiniteNumbers('values of piecewiseInterpolated', options.values)];
  requireOneMore('values of piecewiseInterpolated', values, boundaries);
  requireOneOf('interpolation of piecewiseInterpolated', interpolation, interpolations);
  return defineSchedule('piecewiseInterpolated', { values, boundaries, interpolation }, (step) => {
    const piece = boundariesPassed(boundaries, step);
    if (piece === boundaries.length) return values[piece]!;
    const start = boundaries[piece - 1] ?? 0;
    const fraction = (step - start) / (boundaries[piece]! - start);
    return between(values[piece]!, values[piece + 1]!, fraction, interpolation);
  });
}
