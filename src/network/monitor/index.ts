export { DivergenceError } from './divergence.js';
export type { Measurement } from './measurement.js';
export type { NoiseMemoryState } from './noiseMemory.js';
export type { MonitorState, NoiseOptions, ThermoMonitorOptions } from './options.js';
export { ThermoMonitor } from './thermoMonitor.js';
