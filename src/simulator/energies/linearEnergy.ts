import { requireCount, requireFinite, ThermoError } from '../../error.js';
import type { LinearEnergy } from './energy.js';

/** What a linear energy is made of. */
export interface LinearEnergyOptions {
  /** d, at least 2. */
  readonly dimension: number;
  /** mu, d finite numbers of any norm; default the first axis. */
  readonly direction?: ArrayLike<number>;
  /** L where mu.u = 0; default 1, so that a unit mu has its least energy 0 at u = -mu. */
  readonly offset?: number;
}

/**
 * The energy of the toy model, L(u) = offset + h mu.u, whose Gibbs density on the sphere is von Mises-Fisher's with
 * kappa = h |mu| / T.
 *
 * @throws ThermoError for a dimension under 2, or a direction that is not d finite numbers.
 * @see arXiv 2511.07308
 */
export function linearEnergy(options: LinearEnergyOptions): LinearEnergy {
  const { offset = 1 } = options;
  const dimension = requireCount('dimension', options.dimension, 2);
  const direction = Float64Array.from(
    options.direction ?? Array.from({ length: dimension }, (_, axis) => (axis === 0 ? 1 : 0)),
  );
  if (direction.length !== dimension) {
    throw new ThermoError(
      `direction has ${direction.length} numbers, but the dimension is ${dimension}: pass as many`,
    );
  }
  direction.forEach((value, axis) => requireFinite(`direction[${axis}]`, value));
  return { kind: 'linear', direction, offset: requireFinite('offset', offset) };
}
