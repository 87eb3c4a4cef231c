import { match } from 'ts-pattern';
import { ThermoError } from '../../error.js';
import { nearestName } from '../../nearestName.js';
import { linearEnergy, quadraticEnergy, type Energy } from '../../simulator/index.js';

/** The energies that a simulation is told by name. */
export const energyNames = ['linear', 'quadratic'] as const;

/** One of `energyNames`. */
export type EnergyName = (typeof energyNames)[number];

/** The energy of a name: the toy model's L = 1 + u_1, or L = sum a_i u_i^2 with a_i spread evenly from 0 to 1. */
export function energyNamed(name: EnergyName, dimension: number): Energy {
  return match(name)
    .with('linear', () => linearEnergy({ dimension }))
    .with('quadratic', () =>
      quadraticEnergy({ coefficients: Array.from({ length: dimension }, (_, i) => i / (dimension - 1)) }),
    )
    .exhaustive();
}

/** @throws ThermoError for a name that is not known, with the nearest that is. */
export function requireEnergyName(name: string): void {
  if ((energyNames as readonly string[]).includes(name)) return;
  throw new ThermoError(
    `energy is ${JSON.stringify(name)}: pass ${energyNames.join(' or ')}; did you mean ${nearestName(name, energyNames)}?`,
  );
}
