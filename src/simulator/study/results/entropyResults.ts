import { match } from 'ts-pattern';
import { gasConstant } from '../../../physics/index.js';
import { entropyPlane } from '../fits/entropyPlane.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { toyModel } from '../toyModel.js';
import { entropySlopes } from './entropySlopes.js';
import { studyResult, type StudyResult } from './studyResult.js';

/** Cold cells, whose cloud of weights is too narrow, and hot ones, which the finite step heats, both tilt S as T does. */
const tilt = 'the finite step of the hot cells and the short span of the cold ones add .01 as T rises';

/** The entropy's slopes and, at fixed rate, their difference, in which all that goes with T cancels: Maxwell's relation. */
export function entropyResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const { protocol } = cells[0]!;
  const [first, second] = entropySlopes(cells).map(({ name, theory, value, standardError }) => ({
    protocol,
    name,
    theory,
    value,
    standardError,
  }));
  return match(protocol)
    .with('fixedEffectiveLearningRate', () => [
      studyResult({ ...first!, published: { value: -0.9989, error: 0.0052 }, tolerance: 0.006 }),
    ])
    .with('fixedLearningRate', () => [
      studyResult({ ...first!, published: { value: 0.0131, error: 0.0071 }, tolerance: 0.015, note: tilt }),
      studyResult({ ...second!, published: { value: 1.0139, error: 0.009 }, tolerance: 0.02, note: tilt }),
      studyResult({
        protocol,
        name: 'dS/dlog(eta) - dS/dlog(lambda)',
        theory: gasConstant(toyModel.dimension),
        published: { value: 1.0008, error: null },
        tolerance: 0.005,
        ...entropyPlane(cells).difference,
      }),
    ])
    .with('fixedSphere', () => [studyResult({ ...first!, tolerance: 0.006 })])
    .exhaustive();
}
