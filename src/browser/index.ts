/**
 * The plug-in for a page whose TensorFlow.js comes from a script tag: what `tfjs-thermo` exports, and the kernels that
 * wasm lacks. The build makes one module of it, dist/browser/tfjs-thermo.js; the panel and the simulator are two more.
 *
 * @packageDocumentation
 */
export * from '../control/index.js';
export { ThermoError } from '../error.js';
export * from '../network/index.js';
export * from '../network/wasm-kernels/index.js';
export * from '../physics/index.js';
export { memoryRecorder, teeRecorders, type MemoryRecorder } from '../recorders/index.js';
