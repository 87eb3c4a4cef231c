import { requireFinite } from '../../error.js';
import type { Schedule } from './schedule.js';

/** The same value in every step. */
export function constant(value: number): Schedule {
  requireFinite('value of constant', value);
  return Object.assign(() => value, { config: { schedule: 'constant', value } });
}
