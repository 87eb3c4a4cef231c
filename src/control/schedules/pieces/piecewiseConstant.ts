import { requireKnownNames } from '../../../error.js';
import { boundariesPassed } from '../definition/boundariesPassed.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import { requireBoundaries } from '../definition/requireBoundaries.js';
import { requireFiniteNumbers } from '../definition/requireFiniteNumbers.js';
import { requireOneMore } from '../definition/requireOneMore.js';
import type { Schedule } from '../schedule.js';

/** Options of `piecewiseConstant`. */
export interface PiecewiseConstantOptions {
  /** The value before the first boundary, between each two, and after the last: one more than there are boundaries. */
  readonly values: readonly number[];
  /** The steps from which the next value holds: greater than 0, in rising order. */
  readonly boundaries: readonly number[];
}

/**
 * One value after another, each held until the next boundary.
 *
 * x(t) = values[number of boundaries b with b <= t]
 *
 * As keras.optimizers.schedules.PiecewiseConstantDecay, but that the next value holds at its boundary already, as in
 * optax.piecewise_constant_schedule and PyTorch's milestones; Keras holds the old one for that one step.
 *
 * @throws ThermoError for boundaries out of order, or values that are not finite or not one more than them.
 */
export function piecewiseConstant(options: PiecewiseConstantOptions): Schedule {
  requireKnownNames('piecewiseConstant', options, ['values', 'boundaries']);
  const boundaries = [...requireBoundaries('piecewiseConstant', options.boundaries)];
  const values = [...requireFiniteNumbers('values of piecewiseConstant', options.values)];
  requireOneMore('values of piecewiseConstant', values, boundaries);
  return defineSchedule(
    'piecewiseConstant',
    { values, boundaries },
    (step) => values[boundariesPassed(boundaries, step)]!,
  );
}
