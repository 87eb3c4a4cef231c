export { adiabaticIndex } from './adiabaticIndex.js';
export { entropy } from './entropy.js';
export { gibbsEnergy } from './gibbsEnergy.js';
export { heatCapacityAtConstantPressure } from './heatCapacityAtConstantPressure.js';
export { heatCapacityAtConstantVolume } from './heatCapacityAtConstantVolume.js';
export { helmholtzEnergy } from './helmholtzEnergy.js';
export { measuredHeatCapacity, type MeasuredHeatCapacity } from './measuredHeatCapacity.js';
export { lowTemperatureDirectionEntropy } from './lowTemperatureDirectionEntropy.js';
export { lowTemperatureInternalEnergy } from './lowTemperatureInternalEnergy.js';
