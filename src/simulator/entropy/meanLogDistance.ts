/** Distances are taken for no smaller than this, as published: copies of one sample have no entropy. */
const leastDistance = 1e-8;

/** The mean of ln eps. One logarithm serves many distances, whose product stays within the range of a double. */
export function meanLogDistance(squares: Float64Array, distance: (euclidean: number) => number): number {
  let sum = 0;
  let product = 1;
  for (const square of squares) {
    product *= Math.max(leastDistance, distance(Math.sqrt(square)));
    if (product < 1e-200 || product > 1e200) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return (sum + Math.log(product)) / squares.length;
}
