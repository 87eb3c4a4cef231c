import { match } from 'ts-pattern';
import { ThermoError } from '../../error.js';
import type { PacingName } from '../../physics/index.js';
import { constant } from './constant.js';
import { ramp } from './ramp.js';
import type { NumberOrSchedule, Schedule, ScheduleConfig } from './schedule.js';

/**
 * The JSON that a setting is saved as.
 * @throws ThermoError for a plain function, which JSON cannot hold.
 */
export function savedSetting(name: string, setting: NumberOrSchedule): number | ScheduleConfig {
  if (typeof setting === 'number') return setting;
  if (setting.config === undefined) {
    throw new ThermoError(
      `${name} is a plain function, which cannot be saved: use a schedule from tfjs-thermo/control, or save without the optimizer`,
    );
  }
  return setting.config;
}

/** The setting that `savedSetting` saved. */
export function restoredSetting(saved: number | ScheduleConfig): NumberOrSchedule {
  return typeof saved === 'number' ? saved : scheduleFrom(saved);
}

/**
 * The schedule that a config describes.
 * @throws ThermoError for an unknown name.
 */
export function scheduleFrom(config: ScheduleConfig): Schedule {
  return match(config)
    .with({ schedule: 'constant' }, (c) => constant(Number(c['value'])))
    .with({ schedule: 'ramp' }, (c) =>
      ramp(Number(c['from']), Number(c['to']), Number(c['steps']), String(c['pacing']) as PacingName),
    )
    .otherwise((c) => {
      throw new ThermoError(`schedule '${c.schedule}' is not known: known are constant, ramp`);
    });
}
