import { requireFinite, ThermoError } from '../../error.js';
import { callOwn } from '../callOwn.js';
import type { OwnEnergy } from './energy.js';

/** What an energy of one's own is made of. */
export interface OwnEnergyOptions {
  /** f(u) at a direction u, d numbers of norm 1. */
  readonly value: OwnEnergy['value'];
  /** Writes df/du, d numbers, into `gradient`; what of it points along u is taken off. */
  readonly gradient: OwnEnergy['gradient'];
  /** Default 0. */
  readonly offset?: number;
}

/**
 * L(u) = offset + h f(u) for an f of one's own. It runs in this thread, in plain TypeScript.
 *
 * A function that throws, or gives what is not finite, ends the run with a ThermoError that names it and the step.
 *
 * @example
 * const quartic = ownEnergy({
 *   value: (u) => u.reduce((sum, x) => sum + x ** 4, 0),
 *   gradient: (u, gradient) => u.forEach((x, axis) => (gradient[axis] = 4 * x ** 3)),
 * });
 *
 * @throws ThermoError where either is no function.
 */
export function ownEnergy({ value, gradient, offset = 0 }: OwnEnergyOptions): OwnEnergy {
  for (const [name, given] of Object.entries({ value, gradient })) {
    if (typeof given !== 'function') {
      throw new ThermoError(`${name} of the energy is ${String(given)}: pass a function of the direction`);
    }
  }
  return {
    kind: 'own',
    offset: requireFinite('offset', offset),
    value: (direction) => {
      const result = callOwn('value of the energy', () => value(direction));
      if (Number.isFinite(result)) return result;
      throw new ThermoError(`value of the energy gave ${String(result)}: give a finite number`);
    },
    gradient: (direction, result) => {
      callOwn('gradient of the energy', () => gradient(direction, result));
      if (result.every(Number.isFinite)) return;
      throw new ThermoError('gradient of the energy wrote what is not finite: write d finite numbers');
    },
  };
}
