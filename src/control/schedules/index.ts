export * from './combinators/index.js';
export * from './cycles/index.js';
export * from './decays/index.js';
export * from './pieces/index.js';
export * from './ramps/index.js';
export { restoredSetting, savedSetting } from './saving.js';
export type { NumberOrSchedule, Schedule, ScheduleConfig, ScheduleConfigValue } from './schedule.js';
export { scheduleFrom } from './scheduleFrom.js';
export { scheduleNames } from './scheduleMakers.js';
