import { courseOf } from '../../pictures/course.js';
import { averaging } from '../../pictures/smoothed.js';
import type { RowTaker } from '../table/index.js';
import { columnExtremes, type Extremes } from './columnExtremes.js';

/** Of what a line is drawn, and how. */
export interface LineDrawing {
  readonly field: string;
  /** The column of its standard error; null for none. */
  readonly error: string | null;
  readonly against: 'step' | 'time';
  readonly smoothing: number;
  /** The stretch that is looked at; null is all. */
  readonly window: readonly [number, number] | null;
  /** Of a column, in units of the positions. */
  readonly width: number;
  readonly scale: 'linear' | 'log';
}

/** What is drawn of one quantity of a run. */
export interface QuantityExtremes extends RowTaker {
  between(
    first: number,
    last: number,
  ): {
    readonly values: Extremes;
    readonly band: { readonly upper: Extremes; readonly lower: Extremes } | null;
  };
}

/** Nothing yet of a quantity: its line and, where it has an error, its band. */
export function quantityExtremes(drawing: LineDrawing): QuantityExtremes {
  const { field, error, against, smoothing, width, scale } = drawing;
  const [from, to] = drawing.window ?? [-Infinity, Infinity];
  const begin = () => columnExtremes(width, scale === 'log' ? 0 : -Infinity);
  const line = begin();
  const upper = begin();
  const lower = begin();
  const average = averaging(smoothing);
  return {
    take(table, first, end) {
      const course = courseOf(table, against);
      const values = table.numbers(field);
      const errors = error === null ? null : table.numbers(error);
      if (course === null || values === null) return;
      for (let row = first; row < end; row += 1) {
        const value = average(values[row]!);
        const position = course.values[row]! - course.origin;
        if (!(position >= from && position <= to)) continue;
        line.put(position, value);
        if (errors === null) continue;
        upper.put(position, value + errors[row]!);
        lower.put(position, value - errors[row]!);
      }
    },
    between: (first, last) => ({
      values: line.between(first, last),
      band: error === null ? null : { upper: upper.between(first, last), lower: lower.between(first, last) },
    }),
  };
}
