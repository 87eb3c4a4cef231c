import { requireFinite } from '../../../error.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import type { Schedule } from '../schedule.js';

/**
 * The same value in every step. As optax.constant_schedule.
 *
 * @throws ThermoError if the value is not finite.
 */
export function constant(value: number): Schedule {
  requireFinite('value of constant', value);
  return defineSchedule('constant', { value }, () => value);
}
