export type { OtherWeights, ThermoSGDOptions } from './options.js';
export type { MemberReading, Reading } from './reading.js';
export type { NamedTensor } from './savedState.js';
export { ThermoSGD } from './thermoSgd.js';
export type { ThermalOptimizer } from './thermalOptimizer.js';
