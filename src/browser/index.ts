/**
 * The whole of tfjs-thermo for a page whose TensorFlow.js comes from a script tag: what `tfjs-thermo` exports, the
 * kernels that wasm lacks, the panel and the simulator. The build makes one module of it, dist/browser/tfjs-thermo.js.
 *
 * @packageDocumentation
 */
export * from '../control/index.js';
export { ThermoError } from '../error.js';
export * from '../network/index.js';
export * from '../network/wasm-kernels/index.js';
export * from '../physics/index.js';
export { memoryRecorder, teeRecorders, type MemoryRecorder } from '../recorders/index.js';
export * from '../recorders/page/index.js';
export * from '../simulator/index.js';
export { webWorkers } from './webWorkers.js';
