import { binnedLine, type BinnedLine } from './binnedLine.js';
import { courseOf } from './course.js';
import type { RowTaker } from './gather.js';
import type { Quantity } from './quantityChart.js';
import type { DrawnRun, Shown } from './shown.js';
import { averaging } from './averaging.js';

/** How a line is made of a quantity. */
export interface LineWish extends Pick<Shown, 'against' | 'smoothing' | 'zoom' | 'scale'> {
  /** Of a bin, in units of the positions. */
  readonly width: number;
}

/** The line of a quantity of a run; null where the run has none of it. */
export function quantityLine(
  { columns, gather }: DrawnRun,
  { field, error }: Quantity,
  wish: LineWish,
): BinnedLine | null {
  if (columns.numbers(field) === null || courseOf(columns, wish.against) === null) return null;
  return gather(field, JSON.stringify(wish), () => lineOf(field, error, wish));
}

function lineOf(field: string, error: string | undefined, wish: LineWish): BinnedLine & RowTaker {
  const { against, smoothing, width, scale } = wish;
  const [from, to] = wish.zoom ?? [-Infinity, Infinity];
  const average = averaging(smoothing);
  const line = binnedLine(width, scale);
  return {
    ...line,
    take(columns, first, end) {
      const course = courseOf(columns, against);
      const values = columns.numbers(field);
      const errors = error === undefined ? null : columns.numbers(error);
      if (course === null || values === null) return;
      for (let row = first; row < end; row += 1) {
        const value = average(values[row]!);
        const position = course.values[row]! - course.origin;
        if (position >= from && position <= to) line.put(position, value, errors?.[row] ?? NaN);
      }
    },
  };
}
