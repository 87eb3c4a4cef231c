import { requireCount, requireKnownNames, requirePositive, ThermoError } from '../../error.js';
import { gasConstant, gasState, measuredHeatCapacity } from '../../physics/index.js';
import type { Control } from '../control.js';
import type { Observation } from '../observation.js';
import { effectiveLearningRateOf } from './effectiveLearningRateOf.js';
import { prescribedRadius } from './prescribedRadius.js';
import type { Stage, StageStart } from './stage.js';

/** An adiabat whose index the gas itself tells. */
export interface MeasuredAdiabatOptions {
  /** V_end / V_start, greater than 0. */
  readonly volumeRatio: number;
  /** Steps from start to end; at least 1. */
  readonly steps: number;
  /** gamma until the gas has told its own; above 1; default 2, the value at low temperature. */
  readonly adiabaticIndex?: number;
  /** Default 'adiabatic'. */
  readonly name?: string;
}

/** A slope dU/dT that is not at least so many standard errors above 0 is not known. */
const significance = 3;
/** The range in which a measured gamma is believed. */
const [leastIndex, greatestIndex] = [1.02, 10];

/**
 * Changes the volume as a piston does and lets T follow as T V^(gamma - 1) = const with gamma = 1 + R / C_V, C_V = dU/dT as the
 * readings on the way show it: for a gas whose heat capacity is not known beforehand.
 *
 * C_V is the slope of U against T (T_tot where no noise is estimated) over the last readings. While it is less than three of
 * its standard errors above 0, the given index is used; each reading corrects the way that is left.
 *
 * @throws ThermoError on beginning before any observation was made.
 */
export function measuredAdiabat(options: MeasuredAdiabatOptions): Stage {
  const { volumeRatio, steps, adiabaticIndex = 2, name = 'adiabatic' } = options;
  requireKnownNames('measuredAdiabat', options, ['volumeRatio', 'steps', 'adiabaticIndex', 'name', 'stage']);
  requirePositive('volumeRatio of measuredAdiabat', volumeRatio);
  requireCount('steps of measuredAdiabat', steps);
  if (!(adiabaticIndex > 1)) {
    throw new ThermoError(
      `adiabaticIndex of measuredAdiabat is ${adiabaticIndex}: pass a number greater than 1`,
    );
  }
  return {
    name,
    startsFromRadius: true,
    config: { stage: 'measuredAdiabat', volumeRatio, steps, adiabaticIndex, name },
    begin: (start) => {
      const radius = startRadius(start);
      const volumeAt = (elapsed: number): number => volumeRatio ** Math.min(Math.max(elapsed / steps, 0), 1);
      const rateAt = (elapsed: number, observations: readonly Observation[]): number => {
        const newest = observations.at(-1);
        // The control of a reading is that of the step before it.
        const from = newest === undefined ? 0 : newest.step - start.step - 1;
        const rate = effectiveLearningRateOf(newest?.control ?? start.control, radius);
        const index = indexOf(observations, adiabaticIndex);
        return rate * (volumeAt(elapsed) / volumeAt(from)) ** (1 - index);
      };
      const sphere = (elapsed: number, observations: readonly Observation[]): Control => ({
        protocol: 'fixedSphere',
        effectiveLearningRate: rateAt(elapsed, observations),
        radius: radius * Math.sqrt(volumeAt(elapsed + 1)),
        momentum: start.control.momentum,
      });
      return {
        control: sphere,
        ended: (elapsed) => elapsed >= steps,
        end: (observations) => sphere(steps, observations),
        endRadius: radius * Math.sqrt(volumeRatio),
      };
    },
  };
}

function startRadius({ control, observation, radius }: StageStart): number {
  const found = radius ?? prescribedRadius(control) ?? observation?.radius;
  if (found !== undefined) return found;
  throw new ThermoError(
    'measuredAdiabat has no measured state to start from: put equilibrate() or hold() before it, and let a monitor read the optimizer while it lasts',
  );
}

/** gamma = 1 + R / C_V of the readings, or the given one where they do not tell. */
function indexOf(observations: readonly Observation[], given: number): number {
  const [first] = observations;
  if (first === undefined) return given;
  const capacity = measuredHeatCapacity(
    observations.flatMap((observation) => {
      const state = gasState({ ...observation, momentum: observation.control.momentum });
      const temperature = state.temperature ?? state.totalTemperature;
      return state.internalEnergy === null ? [] : [{ temperature, internalEnergy: state.internalEnergy }];
    }),
  );
  if (capacity === null || !(capacity.value > significance * capacity.standardError)) return given;
  const index = 1 + gasConstant(first.dimension) / capacity.value;
  return Math.min(Math.max(index, leastIndex), greatestIndex);
}
