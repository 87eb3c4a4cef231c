import { match } from 'ts-pattern';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { directionEntropyResults } from './directionEntropyResults.js';
import { energyResults } from './energyResults.js';
import { entropyResults } from './entropyResults.js';
import { gasLawResults } from './gasLawResults.js';
import { heatCapacityResults } from './heatCapacityResults.js';
import { potentialResults } from './potentialResults.js';
import { pressureResults } from './pressureResults.js';
import { radiusResults } from './radiusResults.js';
import type { StudyResult } from './studyResult.js';

/** Everything that the full grid of one protocol shows, beside theory. */
export function studyResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const ofEach = [
    energyResults,
    directionEntropyResults,
    entropyResults,
    potentialResults,
    heatCapacityResults,
  ];
  const own = match(cells[0]!.protocol)
    .with('fixedSphere', () => [pressureResults])
    .with('fixedLearningRate', 'fixedEffectiveLearningRate', () => [radiusResults, gasLawResults])
    .exhaustive();
  return [...own, ...ofEach].flatMap((resultsOf) => resultsOf(cells));
}
