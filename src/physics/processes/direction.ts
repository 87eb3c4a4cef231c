import { match } from 'ts-pattern';
import { ThermoError, requireFinite } from '../../error.js';
import type { Process } from './process.js';

/** How fast the logarithms of the state and the entropy (in units of R) move along a process, on a common scale. */
export interface Direction {
  readonly temperature: number;
  readonly pressure: number;
  readonly volume: number;
  readonly entropy: number;
}

/**
 * The direction of a process in (ln T, ln p, ln V), along which every process is a straight line.
 *
 * p V^n constant and p V = R T give d ln p = -n d ln V and d ln T = (1 - n) d ln V; the entropy moves by
 * dS / R = d ln T / (gamma - 1) + d ln V.
 *
 * @throws ThermoError when gamma is not above 1, n is not a number, or the kind is unknown.
 */
export function directionOf(process: Process): Direction {
  return match(process)
    .with({ kind: 'isothermal' }, () => ({ temperature: 0, pressure: -1, volume: 1, entropy: 1 }))
    .with({ kind: 'isobaric' }, ({ adiabaticIndex }) => polytrope(0, adiabaticIndex))
    .with({ kind: 'isochoric' }, ({ adiabaticIndex }) => isochore(adiabaticIndex))
    .with({ kind: 'adiabatic' }, ({ adiabaticIndex }) => polytrope(adiabaticIndex, adiabaticIndex))
    .with({ kind: 'polytropic' }, ({ polytropicIndex, adiabaticIndex }) =>
      polytropicIndex === Infinity
        ? isochore(adiabaticIndex)
        : polytrope(requireFinite('polytropicIndex', polytropicIndex), adiabaticIndex),
    )
    .exhaustive((unexpected: unknown) => {
      throw new ThermoError(
        `process is ${JSON.stringify(unexpected)}: pass one of kind ` +
          'isothermal, isobaric, isochoric, adiabatic or polytropic',
      );
    });
}

function polytrope(n: number, adiabaticIndex: number): Direction {
  return {
    temperature: 1 - n,
    pressure: -n,
    volume: 1,
    entropy: (adiabaticIndex - n) / gasConstantOverHeatCapacity(adiabaticIndex),
  };
}

function isochore(adiabaticIndex: number): Direction {
  return { temperature: 1, pressure: 1, volume: 0, entropy: 1 / gasConstantOverHeatCapacity(adiabaticIndex) };
}

/** R / C_V = gamma - 1. */
function gasConstantOverHeatCapacity(adiabaticIndex: number): number {
  requireFinite('adiabaticIndex', adiabaticIndex);
  if (adiabaticIndex <= 1) {
    throw new ThermoError(
      `adiabaticIndex is ${adiabaticIndex}: pass a number above 1 (2 at low temperature)`,
    );
  }
  return adiabaticIndex - 1;
}
