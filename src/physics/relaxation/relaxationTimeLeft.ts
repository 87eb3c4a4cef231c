import { match } from 'ts-pattern';
import { ThermoError, requireFinite } from '../../error.js';
import type { Held } from './held.js';
import { relaxationRate } from './relaxationRate.js';

/**
 * The steps left until the volume is within a tolerance of its stationary value V*.
 *
 * At fixed effective learning rate V / V* = Z_tot and V* / V - 1 decays at 2 eta_eff lambda r*^2; at fixed learning
 * rate (V / V*)^2 = Z_tot and (V / V*)^2 - 1 decays at 4 eta lambda: both from any distance, in the limit of small
 * steps and at constant M. A sphere's volume is held, so nothing is left.
 *
 * @param held The protocol with its numbers; a `Control` will do.
 * @param state V and Z_tot as measured; a `GasState` will do.
 * @param tolerance How small |V / V* - 1| is to become; between 0 and 1.
 * @returns Steps, 0 when the volume is there already; Infinity when it never gets there (no decay, T_tot = 0, or a
 *   run that broke).
 * @throws ThermoError when the tolerance is not between 0 and 1, V is not positive or a is outside [0, 1).
 */
export function relaxationTimeLeft(
  held: Held,
  state: { readonly volume: number; readonly totalCompressibility: number | null },
  tolerance = 0.05,
): number {
  requireFinite('tolerance', tolerance);
  if (tolerance <= 0 || tolerance >= 1) {
    throw new ThermoError(`tolerance is ${tolerance}: pass a number between 0 and 1, such as 0.05`);
  }
  const { volume, totalCompressibility } = state;
  return match(held)
    .with({ protocol: 'fixedSphere' }, () => 0)
    .with({ protocol: 'fixedLearningRate' }, (held) => {
      if (!hasEnd(totalCompressibility)) return Infinity;
      const goal = nearest(Math.sqrt(totalCompressibility), tolerance);
      return stepsOfDecay(totalCompressibility - 1, goal ** 2 - 1, relaxationRate(held, volume));
    })
    .with({ protocol: 'fixedEffectiveLearningRate' }, (held) => {
      if (!hasEnd(totalCompressibility)) return Infinity;
      const goal = nearest(totalCompressibility, tolerance);
      const rate = relaxationRate(held, volume / totalCompressibility);
      return stepsOfDecay(1 / totalCompressibility - 1, 1 / goal - 1, rate);
    })
    .exhaustive();
}

/** Whether there is a stationary volume to go to. */
function hasEnd(totalCompressibility: number | null): totalCompressibility is number {
  return totalCompressibility !== null && totalCompressibility > 0 && totalCompressibility < Infinity;
}

/** V / V* at the edge of the tolerance on the side the volume comes from. */
function nearest(volumeRatio: number, tolerance: number): number {
  return volumeRatio < 1 ? 1 - tolerance : 1 + tolerance;
}

/** Steps in which a gap that decays at `rate` shrinks to `goal`. */
function stepsOfDecay(gap: number, goal: number, rate: number): number {
  return gap === 0 ? 0 : Math.max(0, Math.log(gap / goal) / rate);
}
