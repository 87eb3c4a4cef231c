import { batchMeans } from '../../physics/index.js';

/** A ratio of two means of one series, with its standard error. */
export interface RatioEstimate {
  readonly value: number;
  readonly standardError: number;
}

/**
 * mean(numerator) / mean(denominator) of correlated series, with its standard error to first order: that of the mean of
 * (numerator - ratio x denominator) / mean(denominator), by batch means.
 *
 * @param blocks at least 2; each should be several correlation times long.
 */
export function ratioOfMeans(
  numerator: readonly number[],
  denominator: readonly number[],
  blocks: number,
): RatioEstimate {
  const bottom = batchMeans(denominator, blocks).mean;
  const value = batchMeans(numerator, blocks).mean / bottom;
  const residuals = numerator.map((term, i) => (term - value * denominator[i]!) / bottom);
  return { value, standardError: batchMeans(residuals, blocks).standardError };
}
