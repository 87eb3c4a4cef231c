import type { PointColumns } from '../table/index.js';

/** The newest value of a column among a run's newest hundred points; null where none of them has one. */
export function latestOf(table: PointColumns, field: string): number | null {
  const column = table.numbers(field);
  if (column === null) return null;
  for (let row = column.length - 1; row >= Math.max(0, column.length - 100); row -= 1) {
    if (!Number.isNaN(column[row]!)) return column[row]!;
  }
  return null;
}
