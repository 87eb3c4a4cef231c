import type { Point } from '../../control/index.js';

/** The points of a run as columns: all that a picture reads of it. */
export interface Columns {
  /** The names of the columns of numbers. */
  readonly names: readonly string[];
  /** A column of numbers, NaN where there is none; null where no point had one. */
  numbers(name: string): Float64Array | null;
  /** A column of texts, null where there is none; null where no point had one. */
  texts(name: string): readonly (string | null)[] | null;
}

/** The columns of points, which are in the order of their steps. */
export function columnsOf(points: readonly Point[]): Columns {
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, (string | null)[]>();
  points.forEach((point, row) => {
    for (const [name, value] of Object.entries(point)) {
      if (typeof value === 'number') {
        if (!numbers.has(name)) numbers.set(name, new Float64Array(points.length).fill(NaN));
        numbers.get(name)![row] = value;
      } else if (typeof value === 'string') {
        if (!texts.has(name))
          texts.set(
            name,
            points.map(() => null),
          );
        texts.get(name)![row] = value;
      }
    }
  });
  return {
    names: [...numbers.keys()],
    numbers: (name) => numbers.get(name) ?? null,
    texts: (name) => texts.get(name) ?? null,
  };
}
