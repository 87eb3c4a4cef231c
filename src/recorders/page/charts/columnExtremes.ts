/** One value a column of a picture, or two: the least and the greatest in the order they came; null where there is none. */
export type Extremes = (number | null)[];

/** The least and the greatest of the values that fall into each column of a picture: drawn as a line they look as all would. */
export interface ColumnExtremes {
  /** Takes one more value; one that has no place on the scale is passed over. */
  put(position: number, value: number): void;
  /** Two places for each column, from the first to the last given. */
  between(first: number, last: number): Extremes;
}

/**
 * No values yet. Column i holds the positions from i times the width on, whatever is drawn of them: so the columns of a run
 * that goes on stay as they are, and only its new values have to be looked at.
 *
 * @param width of a column, in units of the positions
 * @param above only greater values are drawn, as on a log scale those above 0; one that is not finite never is
 */
export function columnExtremes(width: number, above = -Infinity): ColumnExtremes {
  let first: number | null = null;
  const least: number[] = [];
  const greatest: number[] = [];
  const isRising: boolean[] = [];

  const show = (i: number): readonly [number | null, number | null] => {
    const [low, high] = [least[i] ?? NaN, greatest[i] ?? NaN];
    if (Number.isNaN(low)) return [null, null];
    if (low === high) return [low, null];
    return isRising[i] ? [low, high] : [high, low];
  };
  return {
    put(position, value) {
      if (!(value > above && value < Infinity)) return;
      const column = Math.floor(position / width);
      if (Number.isNaN(column)) return;
      first ??= column;
      const i = column - first;
      // Before the first: a clock that was put back.
      if (i < 0) return;
      for (let empty = least.length; empty <= i; empty += 1) {
        least.push(NaN);
        greatest.push(NaN);
        isRising.push(true);
      }
      if (Number.isNaN(least[i]!)) {
        least[i] = value;
        greatest[i] = value;
      } else if (value < least[i]!) {
        least[i] = value;
        isRising[i] = false;
      } else if (value > greatest[i]!) {
        greatest[i] = value;
        isRising[i] = true;
      }
    },
    between: (from, to) =>
      Array.from({ length: to - from + 1 }, (_, i) => show(from + i - (first ?? 0))).flat(),
  };
}

/**
 * The width of columns that a window has at most so many of and more than half as many: a power of two, so that it seldom
 * changes while a run goes on.
 */
export function columnWidth([from, to]: readonly [number, number], most: number): number {
  return 2 ** Math.ceil(Math.log2((to - from) / most));
}

/** The first and the last column of a window. */
export function columnsOf(
  [from, to]: readonly [number, number],
  width: number,
): readonly [first: number, last: number] {
  return [Math.floor(from / width), Math.floor(to / width)];
}

/** Where the values of `ColumnExtremes.between` stand: at either edge of each column, so that a rising line is a straight one. */
export function columnPositions(first: number, last: number, width: number): number[] {
  return Array.from(
    { length: 2 * (last - first + 1) },
    (_, i) => (first + (i >> 1) + (i % 2 === 0 ? 0 : 0.99)) * width,
  );
}
