import { requireCount, requireKnownNames } from '../../error.js';
import { adiabatic, isobaric, isochoric, isothermal, type Cycle } from '../../physics/index.js';
import {
  along,
  equilibrate,
  type AlongOptions,
  type EquilibrateOptions,
  type Stage,
} from '../stages/index.js';

/** How far and how slowly a protocol cools. */
export interface AnnealingOptions extends Pick<AlongOptions, 'steps' | 'drive' | 'pacing'> {
  /** T at the end over T at the start; default 0.01. */
  readonly temperatureRatio?: number;
  /** gamma, above 1; default 2, the value at low temperature. */
  readonly adiabaticIndex?: number;
  /** When the gas counts as settled before it is cooled. */
  readonly equilibrium?: EquilibrateOptions;
}

const engineNames = ['steps', 'drive', 'pacing', 'equilibrium'];
const coolingNames = [...engineNames, 'temperatureRatio', 'adiabaticIndex'];

/** Settles, then cools without heat: T V^(gamma - 1) is held, the entropy of the start is kept and moved into the radius. */
export function adiabaticAnnealing(options: AnnealingOptions): readonly Stage[] {
  const { temperatureRatio, adiabaticIndex, how, settled } = settle('adiabaticAnnealing', options);
  return [settled, along(adiabatic({ temperatureRatio, adiabaticIndex }), how)];
}

/** Settles, then cools at constant pressure: the weight decay stays and the volume shrinks with T. */
export function isobaricCooling(options: AnnealingOptions): readonly Stage[] {
  const { temperatureRatio, adiabaticIndex, how, settled } = settle('isobaricCooling', options);
  return [settled, along(isobaric({ temperatureRatio, adiabaticIndex }), how)];
}

/**
 * Settles, then cools at constant volume and constant thermodynamic speed, which produces the least entropy for its time
 * (Salamon, Nulton et al. 1988): T = T0 / (1 + c t), as relaxation slows with T.
 */
export function simulatedAnnealing(options: AnnealingOptions): readonly Stage[] {
  const { temperatureRatio, adiabaticIndex, how, settled } = settle('simulatedAnnealing', options);
  return [
    settled,
    along(isochoric({ temperatureRatio, adiabaticIndex }), {
      ...how,
      pacing: options.pacing ?? 'constantThermodynamicSpeed',
    }),
  ];
}

/**
 * Settles, then compresses at constant temperature, which takes entropy out, then expands without heat, which cools: the two
 * strokes by which a refrigerator reaches low temperatures. Half the steps each.
 */
export function compressionThenExpansion(
  options: AnnealingOptions & {
    /** V after the compression over V before; below 1; default 0.5. */
    readonly volumeRatio?: number;
  },
): readonly Stage[] {
  const { volumeRatio = 0.5, ...rest } = options;
  const { temperatureRatio, adiabaticIndex, how, settled } = settle('compressionThenExpansion', rest);
  const compression = Math.max(Math.round(how.steps / 2), 1);
  return [
    settled,
    along(isothermal({ volumeRatio }), { ...how, steps: compression, name: 'isothermal compression' }),
    along(adiabatic({ temperatureRatio, adiabaticIndex }), {
      ...how,
      steps: Math.max(how.steps - compression, 1),
      name: 'adiabatic expansion',
    }),
  ];
}

/** Settles, then runs a cycle a number of times, `steps` for each turn, spread evenly over its legs. */
export function engine(
  cycle: Cycle,
  options: Pick<AnnealingOptions, 'steps' | 'drive' | 'pacing' | 'equilibrium'> & {
    /** Default 1. */
    readonly turns?: number;
  },
): readonly Stage[] {
  const { turns = 1, ...rest } = options;
  requireCount('turns of engine', turns);
  const { how, settled } = settle('engine', rest, engineNames);
  const end = (leg: number): number => Math.round((leg * how.steps) / cycle.length);
  const legs = cycle.map((process, leg) =>
    along(process, { ...how, steps: Math.max(end(leg + 1) - end(leg), 1) }),
  );
  return [settled, ...Array.from({ length: turns }, () => legs).flat()];
}

function settle(what: string, options: AnnealingOptions, names = coolingNames) {
  requireKnownNames(what, options, names);
  const { steps, drive, pacing, temperatureRatio = 0.01, adiabaticIndex = 2, equilibrium = {} } = options;
  const how: AlongOptions = {
    steps,
    ...(drive === undefined ? {} : { drive }),
    ...(pacing === undefined ? {} : { pacing }),
  };
  return { temperatureRatio, adiabaticIndex, how, settled: equilibrate(equilibrium) };
}
