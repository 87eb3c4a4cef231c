import { ThermoError, requireNonNegative, requirePositive } from '../../error.js';

/**
 * The entropy that a ladder of baths produces when a body comes to equilibrium with one after the other.
 *
 * Sum over the rungs of C (x - 1 - ln x), x = T_before / T_bath
 *
 * A geometric ladder of K rungs produces least. When cooling that is never below L^2 / (2 K), L the thermodynamic
 * length, and tends to it as K grows.
 *
 * @param temperatures The body's temperature at first, then that of each bath; at least two, greater than 0.
 * @param heatCapacity C of the body, constant and at least 0.
 * @returns Entropy in nats.
 * @throws ThermoError when there are fewer than two temperatures, one is not positive, or C is negative.
 * @see J. Nulton, P. Salamon, B. Andresen and Qi Anmin, Journal of Chemical Physics 83, 334 (1985)
 */
export function ladderEntropyProduction(temperatures: readonly number[], heatCapacity: number): number {
  requireNonNegative('heatCapacity', heatCapacity);
  if (temperatures.length < 2) {
    throw new ThermoError(
      `temperatures has ${temperatures.length} entries: pass the body's and at least one bath's`,
    );
  }
  temperatures.forEach((temperature, index) => requirePositive(`temperatures[${index}]`, temperature));
  let production = 0;
  temperatures.reduce((before, bath) => {
    const excess = (before - bath) / bath;
    production += heatCapacity * (excess - Math.log1p(excess));
    return bath;
  });
  return production;
}
