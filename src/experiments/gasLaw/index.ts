export {
  gasLawCheck,
  gasLawRuns,
  leastGasLawSteps,
  type GasLawOptions,
  type GasLawRun,
} from './gasLawCheck.js';
export { ratioOfMeans, type RatioEstimate } from './ratioOfMeans.js';
