import type { Columns } from './columns.js';

/**
 * Where the points of a run stand: their steps, or the seconds since its first point; null where that is not known, as in
 * runs whose points were recorded without a time.
 */
export function positionsOf(columns: Columns, against: 'step' | 'time'): Float64Array | null {
  if (against === 'step') return columns.numbers('step');
  const times = columns.numbers('time');
  if (times === null) return null;
  const first = times.find((time) => !Number.isNaN(time)) ?? 0;
  return times.map((time) => time - first);
}
