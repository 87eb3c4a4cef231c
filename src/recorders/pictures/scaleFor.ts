import type { Columns } from './columns.js';

/** A log scale for fields whose values are all above 0 and span more than a factor of ten; else a linear one. */
export function scaleFor(columns: Columns, fields: readonly string[]): 'linear' | 'log' {
  let least = Infinity;
  let greatest = -Infinity;
  for (const field of fields)
    for (const value of columns.numbers(field) ?? []) {
      if (!Number.isFinite(value)) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  return least > 0 && greatest > 10 * least ? 'log' : 'linear';
}
