import { ThermoError } from '../../../error.js';
import { constant } from '../pieces/constant.js';
import type { NumberOrSchedule, Schedule } from '../schedule.js';

/** What a combinator is given as a schedule; a number is the same in every step. `name` names the combinator. */
export function scheduleOf(name: string, given: NumberOrSchedule): Schedule {
  if (typeof given === 'function') return given;
  if (typeof given === 'number') return constant(given);
  throw new ThermoError(
    `${name} is given ${String(given)}: pass a schedule, a function of the step, or a number`,
  );
}
