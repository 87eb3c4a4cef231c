import { match } from 'ts-pattern';
import { ThermoError } from '../../error.js';
import {
  adiabatic,
  isobaric,
  isochoric,
  isothermal,
  polytropic,
  type Process,
  type Target,
} from '../../physics/index.js';
import type { SimulationSettings } from './simulationSettingsSchema.js';

/**
 * The process of the settings; null for none.
 * @throws ThermoError for a target that is missing, or that the process cannot reach.
 */
export function processOf(settings: SimulationSettings): Process | null {
  const { adiabaticIndex, polytropicIndex } = settings;
  const target = targetOf(settings);
  return match(settings.process)
    .returnType<Process | null>()
    .with('none', () => null)
    .with('isothermal', () => isothermal(target))
    .with('isobaric', () => isobaric({ adiabaticIndex, ...target }))
    .with('isochoric', () => isochoric({ adiabaticIndex, ...target }))
    .with('adiabatic', () => adiabatic({ adiabaticIndex, ...target }))
    .with('polytropic', () => {
      if (polytropicIndex === undefined) {
        throw new ThermoError('polytropicIndex is missing: pass n of p V^n = const, or another process');
      }
      return polytropic({ polytropicIndex, adiabaticIndex, ...target });
    })
    .exhaustive();
}

/** The ratios that are given; the process refuses any number of them but one. */
function targetOf({ temperatureRatio, volumeRatio, pressureRatio }: SimulationSettings): Target {
  const ratios = { temperatureRatio, volumeRatio, pressureRatio };
  return Object.fromEntries(
    Object.entries(ratios).filter(([, value]) => value !== undefined),
  ) as unknown as Target;
}
