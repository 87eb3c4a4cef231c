import { adiabatic, isochoric } from '../processes/index.js';
import type { Cycle } from './cycle.js';
import { requireAboveOne } from './requireAboveOne.js';

/**
 * The Otto cycle: heat is taken up and given off at constant volume only.
 *
 * From cold and large: adiabatic compression, heating, adiabatic expansion, cooling;
 * efficiency 1 - rho^(1 - gamma), which at gamma = 2 is 1 - V1 / V2.
 *
 * @throws ThermoError when a ratio or gamma is not above 1.
 */
export function ottoCycle({
  compressionRatio,
  temperatureRatio,
  adiabaticIndex = 2,
}: {
  /** rho, the larger volume over the smaller; above 1. */
  readonly compressionRatio: number;
  /** How many times the heating raises the temperature; above 1. */
  readonly temperatureRatio: number;
  /** gamma, above 1. */
  readonly adiabaticIndex?: number;
}): Cycle {
  requireAboveOne('compressionRatio', compressionRatio);
  requireAboveOne('temperatureRatio', temperatureRatio);
  return [
    adiabatic({ volumeRatio: 1 / compressionRatio, adiabaticIndex }),
    isochoric({ temperatureRatio, adiabaticIndex }),
    adiabatic({ volumeRatio: compressionRatio, adiabaticIndex }),
    isochoric({ temperatureRatio: 1 / temperatureRatio, adiabaticIndex }),
  ];
}
