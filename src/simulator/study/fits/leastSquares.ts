import { Matrix, solve } from 'ml-matrix';

/** Coefficients of a fit, with standard errors from the scatter about it. */
export interface LeastSquaresFit {
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  /** Of the coefficients, a row each. */
  readonly covariance: readonly (readonly number[])[];
}

/**
 * The coefficients b that make sum w (y - X b)^2 smallest, for values whose variances are as 1 / w.
 *
 * cov(b) = s^2 (X^T W X)^-1, s^2 = sum w (y - X b)^2 / (n - k)
 *
 * @param design X, n rows of k entries each, n > k, of full rank.
 * @param values y, n of them.
 * @param weights w, n of them, greater than 0.
 */
export function leastSquares(
  design: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
): LeastSquaresFit {
  const roots = weights.map(Math.sqrt);
  const x = new Matrix(design.map((row, i) => row.map((entry) => entry * roots[i]!)));
  const y = Matrix.columnVector(values.map((value, i) => value * roots[i]!));
  const normal = x.transpose().mmul(x);
  const coefficients = solve(x, y, true);
  const residual = Matrix.sub(y, x.mmul(coefficients)).norm() ** 2 / (x.rows - x.columns);
  const covariance = Matrix.mul(solve(normal, Matrix.eye(x.columns), true), residual);
  return {
    coefficients: coefficients.to1DArray(),
    standardErrors: covariance.diagonal().map(Math.sqrt),
    covariance: covariance.to2DArray(),
  };
}
