import type { Point } from '../../../control/index.js';
import { planQuantities } from './planQuantities.js';

/** Readings spread evenly over a table that can be taken in at a glance. */
const spread = 20;

/**
 * The rows of a plan's table, as text: phase, step and the quantities. Twenty readings spread evenly, and besides them the
 * first and the last of each phase, where what matters happens.
 */
export function planRows(points: readonly Point[]): readonly (readonly string[])[] {
  const even = new Set(
    Array.from({ length: spread }, (_, i) => Math.round((i * (points.length - 1)) / (spread - 1))),
  );
  const shown = points.filter(
    ({ phase }, i) => even.has(i) || phase !== points[i - 1]?.['phase'] || phase !== points[i + 1]?.['phase'],
  );
  return shown.map((point) => [
    String(point['phase']),
    String(point.step),
    ...planQuantities.map(({ field }) => brief(point[field])),
  ]);
}

function brief(value: Point[string] | undefined): string {
  if (typeof value !== 'number') return '-';
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-3 || size >= 1e5) ? value.toExponential(2) : value.toPrecision(3);
}
