import { ThermoError } from '../../error.js';
import { callOwn } from '../callOwn.js';
import type { OwnNoise } from './noise.js';

/**
 * Noise of one's own, shaped from standard normals so that the seed decides it. It runs in this thread, in plain TypeScript.
 *
 * A function that throws, or writes what is not finite, ends the run with a ThermoError that names it and the step.
 *
 * @param shape overwrites d standard normals with the noise at the direction u; what of it points along u is taken off.
 * @throws ThermoError where it is no function.
 */
export function ownNoise(shape: OwnNoise['shape']): OwnNoise {
  if (typeof shape !== 'function') {
    throw new ThermoError(`shape of the noise is ${String(shape)}: pass a function of direction and normals`);
  }
  return {
    kind: 'own',
    shape: (direction, normals) => {
      callOwn('shape of the noise', () => shape(direction, normals));
      if (normals.every(Number.isFinite)) return;
      throw new ThermoError('shape of the noise wrote what is not finite: write d finite numbers');
    },
  };
}
