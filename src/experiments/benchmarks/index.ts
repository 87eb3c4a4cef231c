export { entropyCost, type EntropyCost, type EntropyCostOptions } from './entropyCost.js';
export { optimizerCost, type OptimizerCost, type OptimizerCostOptions } from './optimizerCost.js';
export type { PairedRatio, PairedTimes } from './pairedRatio.js';
export { simulatorCost, type SimulatorCost, type SimulatorCostOptions } from './simulatorCost.js';
