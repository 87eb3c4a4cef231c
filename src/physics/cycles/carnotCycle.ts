import { adiabatic, isothermal } from '../processes/index.js';
import type { Cycle } from './cycle.js';
import { requireAboveOne } from './requireAboveOne.js';

/**
 * The Carnot cycle: heat is taken up and given off at constant temperature only.
 *
 * From hot and small: isothermal expansion, adiabatic cooling, isothermal compression, adiabatic heating;
 * efficiency 1 - Tc / Th.
 *
 * @throws ThermoError when a ratio or gamma is not above 1.
 */
export function carnotCycle({
  temperatureRatio,
  volumeRatio,
  adiabaticIndex = 2,
}: {
  /** Th / Tc, above 1. */
  readonly temperatureRatio: number;
  /** How many times the hot isotherm enlarges the volume; above 1. */
  readonly volumeRatio: number;
  /** gamma, above 1. */
  readonly adiabaticIndex?: number;
}): Cycle {
  requireAboveOne('temperatureRatio', temperatureRatio);
  requireAboveOne('volumeRatio', volumeRatio);
  return [
    isothermal({ volumeRatio }),
    adiabatic({ temperatureRatio: 1 / temperatureRatio, adiabaticIndex }),
    isothermal({ volumeRatio: 1 / volumeRatio }),
    adiabatic({ temperatureRatio, adiabaticIndex }),
  ];
}
