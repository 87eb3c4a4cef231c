import { mean, sampleStandardDeviation } from 'simple-statistics';
import { ThermoError } from '../error.js';
import type { Estimate } from './estimate.js';

/**
 * The mean of independent repetitions and its standard error s / sqrt(n).
 *
 * @param values One number a repetition; at least one, of which the error cannot be told.
 * @throws ThermoError when there are no values.
 */
export function estimateOf(values: readonly number[]): Estimate {
  if (values.length === 0) throw new ThermoError('values has 0 entries: pass one number a repetition');
  return {
    value: mean([...values]),
    standardError:
      values.length === 1 ? NaN : sampleStandardDeviation([...values]) / Math.sqrt(values.length),
  };
}
