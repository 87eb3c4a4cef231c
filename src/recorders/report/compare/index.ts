export type {
  ComparedCandidate,
  ComparedSeed,
  Comparison,
  Spread,
  Standing,
  TriedRate,
} from './comparison.js';
export { comparisonColumns, comparisonRows } from './comparisonRows.js';
export { renderComparison } from './renderComparison.js';
export { tuningSentence } from './tuningSentence.js';
