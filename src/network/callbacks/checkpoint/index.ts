export type { CheckpointCadence } from './cadence.js';
export {
  checkpoint,
  type Checkpointing,
  type CheckpointOptions,
  type CheckpointState,
} from './checkpoint.js';
export type { CheckpointPlace } from './checkpointPlace.js';
