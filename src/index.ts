/**
 * Everything that runs both in Node and in a browser. What needs Node stands in `tfjs-thermo/backend`,
 * `tfjs-thermo/recorders/node` and `tfjs-thermo/experiments`.
 *
 * @packageDocumentation
 */
export * from './control/index.js';
export { ThermoError } from './error.js';
export * from './network/index.js';
export * from './physics/index.js';
export { memoryRecorder, type MemoryRecorder } from './recorders/index.js';
