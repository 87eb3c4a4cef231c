/**
 * The variance between chains of the toy model's loss, which is that of u_1; unbiased.
 *
 * @param weights w, a row of d numbers a chain.
 */
export function energyVariance(weights: Float32Array, dimension: number): number {
  const chains = weights.length / dimension;
  let sum = 0;
  let squares = 0;
  for (let chain = 0; chain < chains; chain += 1) {
    const row = weights.subarray(chain * dimension, (chain + 1) * dimension);
    const squaredRadius = row.reduce((total, value) => total + value ** 2, 0);
    const height = row[0]! / Math.sqrt(squaredRadius);
    sum += height;
    squares += height ** 2;
  }
  return (squares - sum ** 2 / chains) / (chains - 1);
}
