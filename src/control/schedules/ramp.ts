import { requireCount, requireFinite } from '../../error.js';
import { pacingNamed, type PacingName } from '../../physics/index.js';
import type { Schedule } from './schedule.js';

/**
 * From one value to another over a number of steps, at a pacing; the end value is held from then on.
 *
 * @param from value at step 0.
 * @param to value from step `steps` on.
 * @param steps at least 1.
 * @param pacing how the time is spread: linear, geometric, cosine or constantThermodynamicSpeed (see physics/pacing).
 * @throws ThermoError if a geometric or constant-speed ramp starts or ends at a value that is not positive.
 */
export function ramp(from: number, to: number, steps: number, pacing: PacingName = 'linear'): Schedule {
  requireFinite('start of ramp', from);
  requireFinite('end of ramp', to);
  requireCount('steps of ramp', steps);
  const pace = pacingNamed(pacing);
  pace.at(0, from, to);
  return Object.assign((step: number) => pace.at(Math.min(Math.max(step / steps, 0), 1), from, to), {
    config: { schedule: 'ramp', from, to, steps, pacing },
  });
}
