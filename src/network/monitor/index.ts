export type { NoiseMemoryState } from './noiseMemory.js';
export type { MonitorState, NoiseOptions, ThermoMonitorOptions } from './options.js';
export { ThermoMonitor } from './thermoMonitor.js';
