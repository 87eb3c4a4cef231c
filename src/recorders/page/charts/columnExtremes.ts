/** One value a column of a picture, or two: the least and the greatest in the order they came; null where there is none. */
export type ColumnExtremes = (number | null)[];

/**
 * The least and the greatest of the values that fall into each of equally wide columns, two places a column: drawn as a line
 * they look as all values would.
 *
 * @param positions where each value stands, in ascending order
 * @param window what is drawn of them
 * @param columns columns of the picture; at least 1
 * @param above only greater values are drawn, as on a log scale those above 0; one that is not finite never is
 */
export function columnExtremes(
  positions: Float64Array,
  values: Float64Array,
  [from, to]: readonly [number, number],
  columns: number,
  above = -Infinity,
): ColumnExtremes {
  const extremes: ColumnExtremes = Array.from({ length: 2 * columns }, () => null);
  const perUnit = columns / (to - from || 1);
  let column = -1;
  let least = 0;
  let greatest = 0;
  let isRising = true;
  const put = (): void => {
    if (column < 0) return;
    extremes[2 * column] = isRising ? least : greatest;
    extremes[2 * column + 1] = isRising ? greatest : least;
  };
  for (let i = 0; i < positions.length; i += 1) {
    const position = positions[i]!;
    const value = values[i]!;
    if (!(position >= from && position <= to && value > above && value < Infinity)) continue;
    const here = Math.min(columns - 1, Math.floor((position - from) * perUnit));
    if (here !== column) {
      put();
      column = here;
      least = value;
      greatest = value;
    } else if (value < least) {
      least = value;
      isRising = false;
    } else if (value > greatest) {
      greatest = value;
      isRising = true;
    }
  }
  put();
  return extremes;
}

/** Where the values of `columnExtremes` stand: a quarter and three quarters into each column. */
export function columnPositions([from, to]: readonly [number, number], columns: number): number[] {
  const width = (to - from || 1) / columns;
  return Array.from(
    { length: 2 * columns },
    (_, i) => from + ((i >> 1) + (i % 2 === 0 ? 0.25 : 0.75)) * width,
  );
}
