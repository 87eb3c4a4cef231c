import type { Columns } from './columns.js';

/** What the points of a run are drawn against: positions are the values less the origin. */
export interface Course {
  readonly values: Float64Array;
  readonly origin: number;
}

/**
 * Where the points of a run stand: their steps, or the seconds since its first point; null where that is not known, as in
 * runs whose points were recorded without a time.
 */
export function courseOf(columns: Columns, against: 'step' | 'time'): Course | null {
  const values = columns.numbers(against);
  if (values === null) return null;
  return { values, origin: against === 'step' ? 0 : (values.find((time) => !Number.isNaN(time)) ?? 0) };
}

/** The positions of the points of a run, see `courseOf`. */
export function positionsOf(columns: Columns, against: 'step' | 'time'): Float64Array | null {
  const course = courseOf(columns, against);
  if (course === null) return null;
  const { values, origin } = course;
  return origin === 0 ? values : values.map((value) => value - origin);
}
