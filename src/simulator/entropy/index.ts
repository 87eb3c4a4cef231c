export { directionEntropy } from './directionEntropy.js';
export type { EntropyEstimate } from './entropyEstimate.js';
export { entropyEstimator, type EntropyEstimatorOptions } from './entropyEstimator.js';
export { entropyForms, type EntropyForm } from './entropyForm.js';
export { entropyRing, type EntropyRing, type EntropyRingOptions } from './ring/entropyRing.js';
