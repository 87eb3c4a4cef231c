export { reduceOnPlateau, type ReduceOnPlateau, type ReduceOnPlateauOptions } from './reduceOnPlateau.js';
export type { PlateauState } from './plateau.js';
export { scheduleLearningRate, type ScheduleLearningRateOptions } from './scheduleLearningRate.js';
