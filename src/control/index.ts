export type {
  Control,
  FixedEffectiveLearningRate,
  FixedLearningRate,
  FixedSphere,
  Protocol,
} from './control.js';
export { controller, controllerFrom, type Controller, type SavedController } from './controller.js';
export { type Diverged, DivergenceError, isFiniteMeasurement } from './divergence.js';
export { gasReadingOf } from './gasReadingOf.js';
export { measurementOf, namedPoint, pointOf, type Measurement } from './measurement.js';
export type { Observation } from './observation.js';
export type { Point, Recorder } from './recorder.js';
export * from './annealing/index.js';
export * from './plan/index.js';
export * from './regulators/index.js';
export * from './schedules/index.js';
export { restoredSettings, settle, type ControlSettings, type SettledControl } from './settings.js';
export * from './stages/index.js';
export { teeRecorders } from './teeRecorders.js';
export { teeTelling } from './teeTelling.js';
export { tellFailures, type TellFailure } from './tellFailures.js';
export { tellOnce } from './tellOnce.js';
