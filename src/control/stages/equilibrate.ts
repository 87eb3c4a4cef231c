import { requireCount, requireKnownNames, requirePositive, ThermoError } from '../../error.js';
import { prescribedRadius } from './prescribedRadius.js';
import { gasConstant, totalTemperature, volume } from '../../physics/index.js';
import type { Observation } from '../observation.js';
import { shownObservations, type Stage } from './stage.js';
import { wholeHistory } from './wholeHistory.js';

/** When a gas counts as settled. */
export interface EquilibrateOptions {
  /** |Z_tot - 1| allowed; default 0.05. */
  readonly tolerance?: number;
  /**
   * Observations that Z_tot is pooled over: the last few, at most 16; or those of the second half of the stage so far, whose
   * mean forgets the way to equilibrium and scatters ever less. Default 4.
   */
  readonly observations?: number | 'secondHalf';
  /** Steps before which the stage does not end; default 1. */
  readonly atLeast?: number;
  /** Steps after which the stage ends all the same; default never. */
  readonly atMost?: number;
  /** Default 'isotherm'. */
  readonly name?: string;
}

/** Steps without any observation after which nothing can be reading the body. */
const patience = 10_000;

/**
 * Holds the control it finds until the gas has settled: |Z_tot - 1| under the tolerance, Z_tot = pV / (R T_tot) taken over
 * the last few observations, or over the second half of all. At fixed effective learning rate this is an isotherm held until equilibrium.
 */
export function equilibrate(options: EquilibrateOptions = {}): Stage {
  requireKnownNames('equilibrate', options, [
    'tolerance',
    'observations',
    'atLeast',
    'atMost',
    'name',
    'stage',
  ]);
  const { tolerance = 0.05, observations: pooled = 4, atLeast = 1, atMost, name = 'isotherm' } = options;
  requirePositive('tolerance of equilibrate', tolerance);
  if (pooled !== 'secondHalf') {
    requireCount('observations of equilibrate', pooled);
    if (pooled > shownObservations) {
      throw new ThermoError(
        `observations of equilibrate is ${pooled}: pass at most ${shownObservations}, 'secondHalf' for all of the second half, or read less often for a longer mean`,
      );
    }
  }
  requireCount('atLeast of equilibrate', atLeast);
  if (atMost !== undefined) requireCount('atMost of equilibrate', atMost);
  return {
    name,
    startsFromRadius: false,
    ...(pooled === 'secondHalf' ? { keep: wholeHistory } : {}),
    config: {
      stage: 'equilibrate',
      tolerance,
      observations: pooled,
      atLeast,
      name,
      ...(atMost === undefined ? {} : { atMost }),
    },
    begin: ({ control }) => {
      // Asked before each step, while the observations change at a reading only.
      let judged: readonly Observation[] = [];
      let settled = false;
      return {
        control: () => control,
        end: () => control,
        endRadius: prescribedRadius(control),
        ended: (elapsed, observations) => {
          if (elapsed >= patience && observations.length === 0) {
            throw new ThermoError(
              `equilibrate has seen no observation in ${patience} steps: let a ThermoMonitor read the optimizer more often`,
            );
          }
          if (observations !== judged) {
            judged = observations;
            const over = pooled === 'secondHalf' ? secondHalf(observations) : lastOf(observations, pooled);
            settled = over.length > 0 && Math.abs(pooledCompressibility(over) - 1) <= tolerance;
          }
          return (settled && elapsed >= atLeast) || (atMost !== undefined && elapsed >= atMost);
        },
      };
    },
  };
}

/** The last `count` observations; none where there are not yet so many. */
function lastOf(observations: readonly Observation[], count: number): readonly Observation[] {
  return observations.length < count ? [] : observations.slice(-count);
}

/** The observations that lie wholly in the second half of the steps that all of them span. */
function secondHalf(observations: readonly Observation[]): readonly Observation[] {
  const [first, last] = [observations[0], observations.at(-1)];
  if (first === undefined || last === undefined) return [];
  const half = (first.step - first.window + last.step) / 2;
  return observations.filter(({ step, window }) => step - window >= half);
}

/** Z_tot of the means over several observations: the sum of pV over that of R T_tot, by their steps. */
function pooledCompressibility(observations: readonly Observation[]): number {
  let work = 0;
  let heat = 0;
  for (const observation of observations) {
    const { window, pressure, squaredRadius, dimension, control } = observation;
    work += window * pressure * volume(squaredRadius);
    heat +=
      window * gasConstant(dimension) * totalTemperature({ ...observation, momentum: control.momentum });
  }
  return work / heat;
}
