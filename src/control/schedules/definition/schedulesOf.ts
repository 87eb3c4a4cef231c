import { ThermoError } from '../../../error.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';
import { scheduleOf } from './scheduleOf.js';

/** What a combinator of several is given as its schedules, at least one. `name` names the combinator. */
export function schedulesOf(name: string, given: readonly NumberOrSchedule[]): readonly Schedule[] {
  if (!Array.isArray(given) || given.length === 0) {
    throw new ThermoError(`${name} is given no schedules: pass an array of at least one`);
  }
  return given.map((one: NumberOrSchedule) => scheduleOf(name, one));
}
