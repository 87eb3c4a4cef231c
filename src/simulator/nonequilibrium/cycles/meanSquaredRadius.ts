/** The mean over the chains of |w|^2; `weights` holds a row of d numbers a chain. */
export function meanSquaredRadius(weights: Float32Array, dimension: number): number {
  let squares = 0;
  for (const weight of weights) squares += weight ** 2;
  return (squares * dimension) / weights.length;
}
