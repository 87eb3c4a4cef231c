export type { OtherWeights, ThermoSGDOptions } from './options.js';
export type { MemberReading, Reading } from './reading.js';
export { ThermoSGD } from './thermoSgd.js';
