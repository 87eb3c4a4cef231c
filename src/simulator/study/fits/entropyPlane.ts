import { gasConstant, type Estimate } from '../../../physics/index.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { toyModel } from '../toyModel.js';
import { leastSquares } from './leastSquares.js';

/** How the entropy changes over a grid. */
export interface EntropyPlane {
  /** dS / dlog(rate). */
  readonly alongRate: Estimate;
  /** dS / dlog(weight decay) or, on a sphere, dS / dlog(radius). */
  readonly alongConstraint: Estimate;
  /** The first less the second. */
  readonly difference: Estimate;
}

const constant = gasConstant(toyModel.dimension);

/**
 * The plane S = c + a log(rate) + b log(constraint) fitted to all cells of a grid by least squares, with standard errors from
 * the scatter about it.
 *
 * Cells weigh as 1 / ((pi^2 / 6 + R) / N + R / L), the inverse of the variance of an entropy of N weights that span L relaxation
 * times: pi^2 / 6 of the logarithm of a nearest-neighbour volume, R of that of the density, each over N weights, and R / L
 * of the slow swing of the energy.
 */
export function entropyPlane(cells: readonly MeasuredCell[]): EntropyPlane {
  const { coefficients, standardErrors, covariance } = leastSquares(
    cells.map(({ rate, constraint }) => [1, Math.log(rate), Math.log(constraint)]),
    cells.map(({ entropy }) => entropy),
    cells.map(
      ({ keptWeights, spannedRelaxationTimes }) =>
        1 / ((Math.PI ** 2 / 6 + constant) / keptWeights + constant / spannedRelaxationTimes),
    ),
  );
  const [, alongRate, alongConstraint] = coefficients.map((value, i) => ({
    value,
    standardError: standardErrors[i]!,
  }));
  return {
    alongRate: alongRate!,
    alongConstraint: alongConstraint!,
    difference: {
      value: alongRate!.value - alongConstraint!.value,
      standardError: Math.sqrt(covariance[1]![1]! + covariance[2]![2]! - 2 * covariance[1]![2]!),
    },
  };
}
