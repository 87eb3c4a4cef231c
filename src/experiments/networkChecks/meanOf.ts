import { estimateOf, type Estimate } from '../../physics/index.js';

/** The mean of independent estimates that have errors of their own: sqrt(sum of squared errors) / n. */
export function meanOf(estimates: readonly Estimate[]): Estimate {
  const { value } = estimateOf(estimates.map((estimate) => estimate.value));
  return {
    value,
    standardError: Math.hypot(...estimates.map(({ standardError }) => standardError)) / estimates.length,
  };
}
