export { constant } from './constant.js';
export { ramp } from './ramp.js';
export { restoredSetting, savedSetting, scheduleFrom } from './saving.js';
export type { NumberOrSchedule, Schedule, ScheduleConfig } from './schedule.js';
