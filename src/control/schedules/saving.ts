import { ThermoError } from '../../error.js';
import type { NumberOrSchedule, ScheduleConfig } from './schedule.js';
import { scheduleFrom } from './scheduleFrom.js';

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
