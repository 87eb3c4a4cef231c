export { bennettFreeEnergy } from './bennettFreeEnergy.js';
export { crooksCrossing, type CrooksCrossing } from './crooksCrossing.js';
export { jarzynskiFreeEnergy } from './jarzynskiFreeEnergy.js';
