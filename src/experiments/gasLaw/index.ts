export {
  gasLawCheck,
  gasLawRuns,
  leastGasLawSteps,
  type GasLawOptions,
  type GasLawRun,
} from './gasLawCheck.js';
export { ratioOfMeans } from './ratioOfMeans.js';
