export { along, type AlongOptions } from './along.js';
export { equilibrate, type EquilibrateOptions } from './equilibrate.js';
export { hold } from './hold.js';
export { stageFrom } from './saving.js';
export type { Stage, StageConfig, StageRun, StageStart } from './stage.js';
