export type { Concentration } from './concentration.js';
export { lnSphereArea } from './lnSphereArea.js';
export { vonMisesFisherEntropy } from './vonMisesFisherEntropy.js';
export { vonMisesFisherFreeEnergy } from './vonMisesFisherFreeEnergy.js';
export { vonMisesFisherHeatCapacity } from './vonMisesFisherHeatCapacity.js';
export { vonMisesFisherMeanCosine } from './vonMisesFisherMeanCosine.js';
