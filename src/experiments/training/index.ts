export { AfterEachStep } from './afterEachStep.js';
export { evaluate, type Evaluation } from './evaluate.js';
export { train } from './train.js';
export { trainWith, type TrainPace, type TrainResult, type TrainSurroundings } from './trainWith.js';
export { compiled, trainer, type Trainer } from './trainer.js';
export { restoreTraining, trainingState } from './trainingState.js';
export { defaultTrainSettings, trainSettings } from './trainSettings.js';
export { trainSettingsSchema, type TrainSettings } from './trainSettingsSchema.js';
