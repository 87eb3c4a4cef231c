import { batchMeans, type Estimate } from '../../physics/index.js';

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
): Estimate {
  const bottom = batchMeans(denominator, blocks).value;
  const value = batchMeans(numerator, blocks).value / bottom;
  const residuals = numerator.map((term, i) => (term - value * denominator[i]!) / bottom);
  return { value, standardError: batchMeans(residuals, blocks).standardError };
}
