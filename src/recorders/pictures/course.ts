import type { Columns } from './columns.js';

/** What the points of a run are drawn against: they stand at the values less the origin. */
export interface Course {
  readonly values: Float64Array;
  readonly origin: number;
}

/**
 * Where the points of a run stand: at their steps, or the seconds since its first point; null where that is not known, as in
 * runs whose points were recorded without a time.
 */
export function courseOf(columns: Columns, against: 'step' | 'time'): Course | null {
  const values = columns.numbers(against);
  if (values === null) return null;
  return { values, origin: against === 'step' ? 0 : (values.find((time) => !Number.isNaN(time)) ?? 0) };
}
