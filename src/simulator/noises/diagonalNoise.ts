import { requireNonNegative, ThermoError } from '../../error.js';
import type { DiagonalNoise } from './noise.js';

/**
 * Noise of its own deviation along each axis: trSigma = sigma^2 sum s_i^2 (1 - u_i^2) depends on the direction u, so the gas
 * is not ideal.
 *
 * @param deviations s, a number of at least 0 for each of the d >= 2 axes.
 * @throws ThermoError for fewer than 2 deviations, or one that is negative or not finite.
 */
export function diagonalNoise(deviations: ArrayLike<number>): DiagonalNoise {
  const checked = Float64Array.from(deviations);
  if (checked.length < 2) {
    throw new ThermoError(`deviations has ${checked.length} numbers: pass one an axis, at least 2`);
  }
  checked.forEach((value, axis) => requireNonNegative(`deviations[${axis}]`, value));
  return { kind: 'diagonal', deviations: checked };
}
