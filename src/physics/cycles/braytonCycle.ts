import { adiabatic, isobaric } from '../processes/index.js';
import type { Cycle } from './cycle.js';
import { requireAboveOne } from './requireAboveOne.js';

/**
 * The Brayton cycle: heat is taken up and given off at constant pressure only.
 *
 * From cold and low pressure: adiabatic compression, heating, adiabatic expansion, cooling;
 * efficiency 1 - (p1 / p2)^((gamma - 1) / gamma), which at gamma = 2 is 1 - sqrt(p1 / p2).
 *
 * @throws ThermoError when a ratio or gamma is not above 1.
 */
export function braytonCycle({
  pressureRatio,
  temperatureRatio,
  adiabaticIndex = 2,
}: {
  /** p2 / p1, the higher pressure over the lower; above 1. */
  readonly pressureRatio: number;
  /** How many times the heating raises the temperature; above 1. */
  readonly temperatureRatio: number;
  /** gamma, above 1. */
  readonly adiabaticIndex?: number;
}): Cycle {
  requireAboveOne('pressureRatio', pressureRatio);
  requireAboveOne('temperatureRatio', temperatureRatio);
  return [
    adiabatic({ pressureRatio, adiabaticIndex }),
    isobaric({ temperatureRatio, adiabaticIndex }),
    adiabatic({ pressureRatio: 1 / pressureRatio, adiabaticIndex }),
    isobaric({ temperatureRatio: 1 / temperatureRatio, adiabaticIndex }),
  ];
}
