export { AfterEachStep } from './afterEachStep.js';
export { evaluate, type Evaluation } from './evaluate.js';
export { train, type TrainResult, type TrainSurroundings } from './train.js';
export { trainer, type Trainer } from './trainer.js';
export { restoreTraining, trainingState } from './trainingState.js';
export {
  defaultTrainSettings,
  trainSettings,
  trainSettingsSchema,
  type TrainSettings,
} from './trainSettings.js';
