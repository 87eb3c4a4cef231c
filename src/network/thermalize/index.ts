export type { OtherRates, ThermalizeOptions } from './options.js';
export { thermalize } from './thermalize.js';
export { ThermalizedOptimizer } from './thermalizedOptimizer.js';
