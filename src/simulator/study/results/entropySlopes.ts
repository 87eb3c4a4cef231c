import { match } from 'ts-pattern';
import { gasConstant, type Estimate } from '../../../physics/index.js';
import { entropyPlane } from '../fits/entropyPlane.js';
import { lineSlopes } from '../fits/lineSlopes.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { toyModel } from '../toyModel.js';

/** How the entropy changes along one coordinate of a grid, beside what Maxwell's relations say. */
export interface EntropySlope extends Estimate {
  /** Such as "dS/dlog(lambda)". */
  readonly name: string;
  readonly theory: number;
  /** The slope in each line of the grid along that coordinate. */
  readonly lines: readonly number[];
  /** What is held along each line. */
  readonly held: 'rate' | 'constraint';
}

/** R = 1 in three dimensions: the published slopes are in units of it. */
const constant = gasConstant(toyModel.dimension);

/**
 * The slopes of S = S of the direction + (d - 1) ln r over a protocol's grid. With S = R ln T + R ln V + const and V = R T / p,
 * at fixed effective rate dS/dlog(lambda) = -R; at fixed rate T goes as sqrt(eta lambda) and V as sqrt(eta / lambda), so that
 * dS/dlog(eta) = R and dS/dlog(lambda) = 0; on a sphere dS/dlog(V) = R.
 *
 * @see arXiv 2511.07308
 */
export function entropySlopes(cells: readonly MeasuredCell[]): EntropySlope[] {
  const { alongRate, alongConstraint } = entropyPlane(cells);
  const lines = lineSlopes(cells, 'constraint');
  return match(cells[0]!.protocol)
    .with('fixedEffectiveLearningRate', () => [
      { name: 'dS/dlog(lambda)', theory: -constant, ...alongConstraint, lines, held: 'rate' as const },
    ])
    .with('fixedLearningRate', () => [
      { name: 'dS/dlog(lambda)', theory: 0, ...alongConstraint, lines, held: 'rate' as const },
      {
        name: 'dS/dlog(eta)',
        theory: constant,
        ...alongRate,
        lines: lineSlopes(cells, 'rate'),
        held: 'constraint' as const,
      },
    ])
    .with('fixedSphere', () => [
      {
        name: 'dS/dlog(V)',
        theory: constant,
        // V = r^2 / 2: its logarithm changes twice as fast as that of r.
        value: alongConstraint.value / 2,
        standardError: alongConstraint.standardError / 2,
        lines: lines.map((slope) => slope / 2),
        held: 'rate' as const,
      },
    ])
    .exhaustive();
}
