export { barostat, type BarostatOptions } from './barostat.js';
export { rateOf } from './rateOf.js';
export type { Regulation, Regulator, RegulatorConfig, SetPoint } from './regulator.js';
export { settlingTime } from './response.js';
export { regulatorFrom } from './saving.js';
export { thermostat, type ThermostatOptions } from './thermostat.js';
export { volumeRegulator, type VolumeRegulatorOptions } from './volumeRegulator.js';
export { withRate } from './withRate.js';
