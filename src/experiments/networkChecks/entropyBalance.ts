import { along, regulate, thermostat, type Stage } from '../../control/index.js';
import { adiabatic, isothermal } from '../../physics/index.js';
import type { Dataset } from '../data/index.js';
import type { HeldState } from './heldState.js';
import { runGas } from './runGas.js';
import { watchHeldGas, type HoldSampling } from './watchHeldGas.js';

/** How many times the volume grows along the isotherm, and again along the adiabat. */
export const volumeRatio = 2;

/** T that is held before the adiabat, near what the gas starts at. */
const temperature = 2e-5;
/** Steps of a process: the volume follows at once, as the radius is prescribed. */
const wayInSteps = 60;
/** Steps between the thermostats' noise estimates, and their response time. */
const noiseEvery = 8;
const responseTime = 40;

/** How long a balance takes and how it is sampled. */
export interface BalanceLengths extends HoldSampling {
  /** Steps before the first state is held, in which the network learns most of what it will. */
  readonly learning: number;
  /** Steps of a hold at the first temperature; at a lower one there are as many times more as it is colder, and half again. */
  readonly hold: number;
}

/** As the check uses them. */
const balanceLengths: BalanceLengths = {
  learning: 400,
  hold: 400,
  samples: 24,
  settling: 0.15,
  spacing: 0.02,
  steps: 8,
};

/** The entropy of a gas in three held states: before an isotherm, between it and an adiabat, and after that. */
export interface EntropyBalance {
  readonly seed: number;
  readonly states: readonly [start: HeldState, isotherm: HeldState, adiabat: HeldState];
}

/**
 * Leads one network along an isotherm and then along an adiabat, each to `volumeRatio` times the volume, and takes its entropy
 * where it is held before and after.
 *
 * The processes are those of `along`; where they end, a thermostat sees to it that T is what the process leads to, since the
 * noise does not stay what it was.
 */
export async function entropyBalance({
  dataset,
  seed,
  lengths = balanceLengths,
  onProgress,
  signal,
}: {
  readonly dataset: Dataset;
  readonly seed: number;
  readonly lengths?: BalanceLengths;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}): Promise<EntropyBalance> {
  const coldHold = Math.ceil(1.5 * volumeRatio * lengths.hold);
  const held = (name: string, setPoint: number, steps: number): Stage =>
    regulate([thermostat({ setPoint, responseTime })], { steps, name });
  const process = [
    held('learning', temperature, lengths.learning),
    held('start', temperature, lengths.hold),
    along(isothermal({ volumeRatio }), { steps: wayInSteps }),
    held('after the isotherm', temperature, lengths.hold),
    along(adiabatic({ volumeRatio }), { steps: wayInSteps }),
    held('after the adiabat', temperature / volumeRatio, coldHold),
  ];
  const holds = ['start', 'after the isotherm', 'after the adiabat'];
  const watches = new Map(holds.map((phase) => [phase, watchHeldGas(lengths)]));
  const steps = lengths.learning + 2 * lengths.hold + 2 * wayInSteps + coldHold;
  await runGas({
    dataset,
    seed,
    process,
    steps,
    noiseEvery,
    signal,
    afterStep: async (gas) => {
      onProgress(gas.step / steps);
      const isFull = (await watches.get(gas.phase)?.take(gas)) === true;
      return isFull && gas.phase === holds.at(-1);
    },
  });
  const states = [...watches].map(([phase, watch]) => {
    const state = watch.state();
    if (state === null) throw new Error(`too few steps ${phase}: its samples were not all taken`);
    return state;
  });
  return { seed, states: states as [HeldState, HeldState, HeldState] };
}
