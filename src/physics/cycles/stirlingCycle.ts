import { isochoric, isothermal } from '../processes/index.js';
import type { Cycle } from './cycle.js';
import { requireAboveOne } from './requireAboveOne.js';

/**
 * The Stirling cycle without regenerator: two isotherms joined at constant volume, all of the heating paid for.
 *
 * From hot and small: isothermal expansion, cooling, isothermal compression, heating;
 * efficiency (Th - Tc) ln rho / (Th ln rho + (Th - Tc) / (gamma - 1)).
 *
 * @throws ThermoError when a ratio or gamma is not above 1.
 */
export function stirlingCycle({
  temperatureRatio,
  volumeRatio,
  adiabaticIndex = 2,
}: {
  /** Th / Tc, above 1. */
  readonly temperatureRatio: number;
  /** rho, the larger volume over the smaller; above 1. */
  readonly volumeRatio: number;
  /** gamma, above 1. */
  readonly adiabaticIndex?: number;
}): Cycle {
  requireAboveOne('temperatureRatio', temperatureRatio);
  requireAboveOne('volumeRatio', volumeRatio);
  return [
    isothermal({ volumeRatio }),
    isochoric({ temperatureRatio: 1 / temperatureRatio, adiabaticIndex }),
    isothermal({ volumeRatio: 1 / volumeRatio }),
    isochoric({ temperatureRatio, adiabaticIndex }),
  ];
}
