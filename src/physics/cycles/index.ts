export { braytonCycle } from './braytonCycle.js';
export { carnotCycle } from './carnotCycle.js';
export { curzonAhlbornEfficiency } from './curzonAhlbornEfficiency.js';
export type { Cycle } from './cycle.js';
export { cycleBalance, type CycleBalance } from './cycleBalance.js';
export { finiteTimeBalance, type FiniteTimeBalance } from './finiteTimeBalance.js';
export { ottoCycle } from './ottoCycle.js';
export { stirlingCycle } from './stirlingCycle.js';
