export { optimizerCost, type OptimizerCost, type OptimizerCostOptions } from './optimizerCost.js';
