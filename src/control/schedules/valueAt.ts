import type { NumberOrSchedule } from './schedule.js';

/** A setting in the step after `step` steps. */
export function valueAt(setting: NumberOrSchedule, step: number): number {
  return typeof setting === 'function' ? setting(step) : setting;
}
