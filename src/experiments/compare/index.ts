export { builtInCandidates } from './builtInCandidates.js';
export type { Budget, Candidate, Course } from './candidate.js';
export { candidatesNamed } from './candidatesNamed.js';
export { compare, comparedSteps, type CompareOptions } from './compare.js';
export {
  compareSettings,
  compareSettingsSchema,
  defaultCompareSettings,
  quickCompareSettings,
  type CompareSettings,
} from './compareSettings.js';
export { readComparison, requireComparisonFolder, type ComparisonFile } from './comparisonFile.js';
export { requireCandidates } from './requireCandidates.js';
export type { CompareSurroundings } from './trainCompared.js';
