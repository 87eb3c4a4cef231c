export { along, type AlongOptions } from './along.js';
export { equilibrate, type EquilibrateOptions } from './equilibrate.js';
export { freeExpansion } from './freeExpansion.js';
export { hold } from './hold.js';
export { measuredAdiabat, type MeasuredAdiabatOptions } from './measuredAdiabat.js';
export { quench } from './quench.js';
export { regulate, type RegulateOptions } from './regulate.js';
export { stageFrom } from './saving.js';
export type { Stage, StageConfig, StageRun, StageStart } from './stage.js';
