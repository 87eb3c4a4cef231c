export { meanFieldGas, type GasConstants, type MeanFieldGas } from './meanFieldGas.js';
export { plan, type Plan, type PlanOptions, type PlanPhase } from './plan.js';
export type { PlanWarning } from './warning.js';
