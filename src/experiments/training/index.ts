export { AfterEachStep } from './afterEachStep.js';
export { evaluate, type Evaluation } from './evaluate.js';
export { train, type TrainResult, type TrainSurroundings } from './train.js';
export { trainer, type Trainer } from './trainer.js';
export { restoreTraining, trainingState } from './trainingState.js';
export { allowedValues } from './allowedValues.js';
export { defaultTrainSettings, trainSettings } from './trainSettings.js';
export { trainSettingsSchema, type TrainSettings } from './trainSettingsSchema.js';
