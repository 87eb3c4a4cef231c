import { ThermoError } from '../../error.js';
import type { Energy } from '../energies/energy.js';
import type { Noise } from '../noises/noise.js';

const energyKinds: readonly unknown[] = ['linear', 'quadratic', 'own'] satisfies Energy['kind'][];
const noiseKinds: readonly unknown[] = ['isotropic', 'diagonal', 'own'] satisfies Noise['kind'][];

/** @throws ThermoError where an energy or a noise is of no kind that is known. */
export function requireKinds(energy: Energy, noise: Noise): void {
  if (!energyKinds.includes(kindOf(energy))) {
    throw new ThermoError(
      `energy is ${JSON.stringify(kindOf(energy))}: pass linearEnergy(...), quadraticEnergy(...) or ownEnergy(...)`,
    );
  }
  if (!noiseKinds.includes(kindOf(noise))) {
    throw new ThermoError(
      `noise is ${JSON.stringify(kindOf(noise))}: pass isotropicNoise(), diagonalNoise(...) or ownNoise(...)`,
    );
  }
}

function kindOf(given: unknown): unknown {
  return (given as { readonly kind?: unknown } | null)?.kind ?? given;
}
