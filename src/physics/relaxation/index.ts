export { feedForwardWeightDecay } from './feedForwardWeightDecay.js';
export type { Held, HeldEffectiveLearningRate, HeldLearningRate, HeldSphere } from './held.js';
export { radiusAtFixedEffectiveLearningRate } from './radiusAtFixedEffectiveLearningRate.js';
export { radiusAtFixedLearningRate } from './radiusAtFixedLearningRate.js';
export { relaxationRate } from './relaxationRate.js';
export { relaxationTimeLeft } from './relaxationTimeLeft.js';
