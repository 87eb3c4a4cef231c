import { requireFinite, ThermoError } from '../../error.js';
import type { QuadraticEnergy } from './energy.js';

/** What a quadratic energy is made of. */
export interface QuadraticEnergyOptions {
  /** a, a finite number for each of the d >= 2 axes. */
  readonly coefficients: ArrayLike<number>;
  /** Default 0. */
  readonly offset?: number;
}

/**
 * L(u) = offset + h sum a_i u_i^2, whose Gibbs density on the sphere is Bingham's: two opposite wells along the axis of the
 * smallest a_i, or a whole circle of them where two share it.
 *
 * @throws ThermoError for fewer than 2 coefficients, or one that is not finite.
 * @see C. Bingham, An antipodally symmetric distribution on the sphere, Annals of Statistics 2, 1201 (1974)
 */
export function quadraticEnergy({ coefficients, offset = 0 }: QuadraticEnergyOptions): QuadraticEnergy {
  const checked = Float64Array.from(coefficients);
  if (checked.length < 2) {
    throw new ThermoError(`coefficients has ${checked.length} numbers: pass one an axis, at least 2`);
  }
  checked.forEach((value, axis) => requireFinite(`coefficients[${axis}]`, value));
  return { kind: 'quadratic', coefficients: checked, offset: requireFinite('offset', offset) };
}
