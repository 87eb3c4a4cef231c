import { gasConstant } from './gasConstant.js';

/**
 * The compressibility factor: how far a state is from the gas law.
 *
 * Z = p V / (R T). With T_tot in place of T it is Z_tot, which tends to 1 at stationarity always; Z with T tends to 1
 * only for an ideal gas, one whose gradient noise outweighs its full gradient.
 *
 * @returns Z, or null at T = 0, where it is not defined.
 * @throws ThermoError when d is not a whole number of at least 2.
 * @see arXiv 2511.07308
 */
export function compressibility({
  temperature,
  pressure,
  volume,
  dimension,
}: {
  /** T or T_tot. */
  readonly temperature: number;
  /** p = lambda. */
  readonly pressure: number;
  /** V = r^2 / 2. */
  readonly volume: number;
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
}): number | null {
  const heat = gasConstant(dimension) * temperature;
  return heat === 0 ? null : (pressure * volume) / heat;
}
