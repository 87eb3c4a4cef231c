export type { Point, Recorder } from '../control/index.js';
export { type MemoryRecorder, memoryRecorder } from './memoryRecorder.js';
export { teeRecorders } from './teeRecorders.js';
