/**
 * How a tensor scales with the weights: under w_i -> c_i w_i it is multiplied by the product of c_i^k_i. Keys are indices
 * of variables, values their exponents k_i (never 0). The same map read as an equation means sum of k_i ln c_i = 0.
 */
export type Degree = ReadonlyMap<number, number>;

/** The degree of what no weight scales: inputs, constants, outputs of a normalization. */
export const degreeZero: Degree = new Map();

/** The degree of one variable itself. */
export function degreeOf(variable: number): Degree {
  return new Map([[variable, 1]]);
}

/** The degree of a product: exponents add, `factor` times for the second. */
export function addDegrees(first: Degree, second: Degree, factor = 1): Degree {
  if (second.size === 0) return first;
  const sum = new Map(first);
  for (const [variable, exponent] of second) {
    const total = (sum.get(variable) ?? 0) + factor * exponent;
    if (total === 0) sum.delete(variable);
    else sum.set(variable, total);
  }
  return sum;
}
