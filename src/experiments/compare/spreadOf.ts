import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { Spread } from '../../recorders/node.js';

/** Mean and standard deviation of values, n - 1 in its denominator; null of none. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  return {
    mean: mean([...values]),
    deviation: values.length < 2 ? null : sampleStandardDeviation([...values]),
    count: values.length,
  };
}
