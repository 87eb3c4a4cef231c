import type { Point } from '../../control/index.js';
import { valuesOf } from './valuesOf.js';

/** A log scale for a field whose values are all above 0 and span more than a factor of ten; else a linear one. */
export function scaleFor(points: readonly Point[], field: string): 'linear' | 'log' {
  const values = valuesOf(points, field).map(({ value }) => value);
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return least > 0 && greatest > 10 * least ? 'log' : 'linear';
}
