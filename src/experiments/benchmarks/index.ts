export { entropyCost, type EntropyCost, type EntropyCostOptions } from './entropyCost.js';
export { optimizerCost, type OptimizerCost, type OptimizerCostOptions } from './optimizerCost.js';
export type { PairedRatio, PairedTimes } from './pairedRatio.js';
export { recordersCost, type RecordersCostOptions } from './recordersCost.js';
export { simulatorCost, type SimulatorCost, type SimulatorCostOptions } from './simulatorCost.js';
export * from './soak/index.js';
export { thermalizeCost, type ThermalizeCost, type ThermalizeCostOptions } from './thermalizeCost.js';
