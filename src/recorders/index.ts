export { type MemoryRecorder, memoryRecorder } from './memoryRecorder.js';
export type { Point, Recorder } from './recorder.js';
export { teeRecorders } from './teeRecorders.js';
