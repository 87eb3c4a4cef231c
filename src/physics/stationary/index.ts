export { discreteRadiusAtFixedEffectiveLearningRate } from './discreteRadiusAtFixedEffectiveLearningRate.js';
export { discreteRadiusAtFixedLearningRate } from './discreteRadiusAtFixedLearningRate.js';
export { effectiveWeightDecay } from './effectiveWeightDecay.js';
export { equilibriumPressure } from './equilibriumPressure.js';
export { equilibriumTemperature } from './equilibriumTemperature.js';
export { equilibriumVolume } from './equilibriumVolume.js';
export { gasLawFactor } from './gasLawFactor.js';
export {
  stationaryRadiusAtFixedEffectiveLearningRate,
  type FixedEffectiveLearningRateGas,
} from './stationaryRadiusAtFixedEffectiveLearningRate.js';
export {
  stationaryRadiusAtFixedLearningRate,
  type FixedLearningRateGas,
} from './stationaryRadiusAtFixedLearningRate.js';
export { stationaryTemperatureAtFixedLearningRate } from './stationaryTemperatureAtFixedLearningRate.js';
export { weightDecayOfRescaling } from './weightDecayOfRescaling.js';
