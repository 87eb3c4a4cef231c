export type { CycleOptions } from './cycleOptions.js';
export type { Compared, CycleRun, LegRun } from './cycleRun.js';
export { runCycle } from './runCycle.js';
