export { teeRecorders, type Point, type Recorder } from '../control/index.js';
export { type MemoryRecorder, memoryRecorder } from './memoryRecorder.js';
