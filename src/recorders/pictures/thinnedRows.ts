/** Stretches of a series that a picture can tell apart: two pixels of its width each. */
const stretches = 320;

/**
 * The rows of a series that a picture of it needs: where it has more than 640 values, the least and the greatest of each of
 * 320 equal stretches of the window, so that every spike stays. What has no place on the scale is all kept, to be counted.
 *
 * @param positions where each value stands, in ascending order
 */
export function thinnedRows(
  positions: Float64Array,
  values: Float64Array,
  [from, to]: readonly [number, number],
  scale: 'linear' | 'log',
): readonly number[] {
  const hasPlace = (value: number): boolean => value < Infinity && value > (scale === 'log' ? 0 : -Infinity);
  const rows: number[] = [];
  const odd: number[] = [];
  for (let row = 0; row < positions.length; row += 1) {
    const isInside = positions[row]! >= from && positions[row]! <= to;
    if (isInside && !Number.isNaN(values[row]!)) (hasPlace(values[row]!) ? rows : odd).push(row);
  }
  if (rows.length <= 2 * stretches) return [...rows, ...odd].sort((a, b) => a - b);
  const perUnit = stretches / (to - from || 1);
  const extremes = new Map<number, { least: number; greatest: number }>();
  for (const row of rows) {
    const stretch = Math.min(stretches - 1, Math.floor((positions[row]! - from) * perUnit));
    const extreme = extremes.get(stretch);
    if (extreme === undefined) extremes.set(stretch, { least: row, greatest: row });
    else if (values[row]! < values[extreme.least]!) extreme.least = row;
    else if (values[row]! > values[extreme.greatest]!) extreme.greatest = row;
  }
  const kept = [...extremes.values()].flatMap(({ least, greatest }) => [least, greatest]);
  return [...new Set([...kept, ...odd])].sort((a, b) => a - b);
}
