import type { PointColumns } from '../table/index.js';
import type { Choices } from './view.js';

/**
 * Where the points of a run stand: their steps, or the seconds since its first point; null where that is not known, as in
 * runs whose points were recorded without a time.
 */
export function positionsOf(table: PointColumns, against: Choices['against']): Float64Array | null {
  if (against === 'step') return table.numbers('step');
  const times = table.numbers('time');
  if (times === null) return null;
  const first = times.find((time) => !Number.isNaN(time)) ?? 0;
  return times.map((time) => time - first);
}
