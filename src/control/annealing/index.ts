export {
  adiabaticAnnealing,
  compressionThenExpansion,
  engine,
  isobaricCooling,
  simulatedAnnealing,
  type AnnealingOptions,
} from './annealing.js';
export { fluctuationDissipation, type FluctuationDissipationOptions } from './fluctuationDissipation.js';
export { ladder, type LadderOptions } from './ladder.js';
