export {
  noiseAverage,
  type AveragedNoise,
  type NoiseAverage,
  type NoiseAverageState,
} from './noiseAverage.js';
export {
  noiseProbe,
  type NoiseProbe,
  type NoiseProbeOptions,
  type NoiseSample,
  type VariableNoise,
} from './noiseProbe.js';
export type { DataProbe, LossProbe, NoiseEstimator, NoiseSource } from './noiseSource.js';
