export { meanFieldGas, type GasConstants, type MeanFieldGas } from './meanFieldGas.js';
export { plan, type Plan, type PlanOptions } from './plan.js';
export type { PlanPhase } from './planPhase.js';
export type { PlanWarning } from './warning.js';
