export { planQuantities, type PlanQuantity } from './planQuantities.js';
export { planRows } from './planRows.js';
export { renderPlan, type PlanContent } from './renderPlan.js';
