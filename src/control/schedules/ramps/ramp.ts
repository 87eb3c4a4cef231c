import { requireCount, requireFinite } from '../../../error.js';
import { pacingNamed, type PacingName } from '../../../physics/index.js';
import { defineSchedule } from '../definition/defineSchedule.js';
import type { Schedule } from '../schedule.js';

/**
 * From one value to another over a number of steps, at one of the pacings of processes; the end value is held from then on.
 *
 * @param from value at step 0.
 * @param to value from step `steps` on.
 * @param steps at least 1.
 * @param pacing how the time is spread: linear, geometric, cosine or constantThermodynamicSpeed, which is
 *   from / (1 + (from / to - 1) t / steps).
 * @throws ThermoError if an end is not one that the pacing can take: negative, or 0 with geometric or constant speed.
 */
export function ramp(from: number, to: number, steps: number, pacing: PacingName = 'linear'): Schedule {
  requireFinite('start of ramp', from);
  requireFinite('end of ramp', to);
  requireCount('steps of ramp', steps);
  const pace = pacingNamed(pacing);
  pace.at(0, from, to);
  return defineSchedule('ramp', { from, to, steps, pacing }, (step) =>
    pace.at(Math.min(step / steps, 1), from, to),
  );
}
