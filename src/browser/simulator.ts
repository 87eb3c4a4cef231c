/**
 * The simulator with all that drives it, for a page with or without TensorFlow.js. The build makes one module of it,
 * dist/browser/tfjs-thermo-simulator.js, which is its own worker too.
 *
 * @packageDocumentation
 */
export * from '../control/index.js';
export { ThermoError } from '../error.js';
export * from '../physics/index.js';
export * from '../simulator/index.js';
export { webWorkers } from './webWorkers.js';
