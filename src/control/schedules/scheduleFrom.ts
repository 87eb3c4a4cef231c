import { ThermoError } from '../../error.js';
import { nearestName } from '../../nearestName.js';
import type { Schedule, ScheduleConfig, ScheduleConfigValue } from './schedule.js';
import { scheduleMakers, scheduleNames } from './scheduleMakers.js';

/** A saved option whose configs have been made schedules again. */
type Rebuilt = number | string | Schedule | readonly (number | Schedule)[];

/**
 * The schedule that a config describes, such as `{ schedule: 'cosine', from: 0.1, steps: 1000 }`. Options are as those of
 * the function of that name; the schedule that a combinator acts on is its `of`, several are its `schedules`.
 *
 * @throws ThermoError for an unknown name, with the nearest one, and for options that the function of that name refuses.
 */
export function scheduleFrom(config: ScheduleConfig): Schedule {
  const given: unknown = config;
  if (!isConfig(given)) {
    throw new ThermoError(
      `schedule config is ${JSON.stringify(given)}: pass an object such as { "schedule": "constant", "value": 0.1 }`,
    );
  }
  const { schedule: name, ...saved } = given;
  const make = Object.hasOwn(scheduleMakers, name) ? scheduleMakers[name] : undefined;
  if (make === undefined) {
    throw new ThermoError(
      `schedule '${name}' is not known (perhaps you meant ${nearestName(name, scheduleNames)}): known are ${scheduleNames.join(', ')}`,
    );
  }
  const options = Object.entries(saved).map(([key, value]): [string, Rebuilt] => [key, rebuilt(value)]);
  return make(Object.fromEntries(options) as never);
}

function rebuilt(value: ScheduleConfigValue): Rebuilt {
  if (isConfig(value)) return scheduleFrom(value);
  if (typeof value !== 'object') return value;
  return value.map((item) => (isConfig(item) ? scheduleFrom(item) : item));
}

function isConfig(value: unknown): value is ScheduleConfig {
  return (
    typeof value === 'object' && value !== null && 'schedule' in value && typeof value.schedule === 'string'
  );
}
