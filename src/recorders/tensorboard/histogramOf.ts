import type { Bucket } from './events/index.js';

const bucketCount = 30;

/**
 * Counts values in 30 buckets of equal width from the least to the greatest, as TensorBoard's own summaries do. Where
 * all values are the same, every bucket has that one edge and the last one holds them all.
 *
 * @param values finite, at least one
 */
export function histogramOf(values: readonly number[]): readonly Bucket[] {
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  const edge = (i: number): number =>
    i === bucketCount ? greatest : least + ((greatest - least) * i) / bucketCount;
  const counts = Array.from({ length: bucketCount }, () => 0);
  for (const value of values) {
    const share = greatest > least ? (value - least) / (greatest - least) : 1;
    counts[Math.min(Math.floor(share * bucketCount), bucketCount - 1)]! += 1;
  }
  return counts.map((count, i) => [edge(i), edge(i + 1), count]);
}
