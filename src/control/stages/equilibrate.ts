import { requireCount, requireKnownNames, requirePositive, ThermoError } from '../../error.js';
import { prescribedRadius } from './prescribedRadius.js';
import { gasConstant, totalTemperature, volume } from '../../physics/index.js';
import type { Observation } from '../observation.js';
import { shownObservations, type Stage } from './stage.js';

/** When a gas counts as settled. */
export interface EquilibrateOptions {
  /** |Z_tot - 1| allowed; default 0.05. */
  readonly tolerance?: number;
  /** Observations that Z_tot is pooled over; default 4, at most 16. */
  readonly observations?: number;
  /** Steps after which the stage ends all the same; default never. */
  readonly atMost?: number;
  /** Default 'isotherm'. */
  readonly name?: string;
}

/** Steps without any observation after which nothing can be reading the body. */
const patience = 10_000;

/**
 * Holds the control it finds until the gas has settled: |Z_tot - 1| under the tolerance, Z_tot = pV / (R T_tot) taken over
 * the last few observations. At fixed effective learning rate this is an isotherm held until equilibrium.
 */
export function equilibrate(options: EquilibrateOptions = {}): Stage {
  requireKnownNames('equilibrate', options, ['tolerance', 'observations', 'atMost', 'name', 'stage']);
  const { tolerance = 0.05, observations: pooled = 4, atMost, name = 'isotherm' } = options;
  requirePositive('tolerance of equilibrate', tolerance);
  requireCount('observations of equilibrate', pooled);
  if (pooled > shownObservations) {
    throw new ThermoError(
      `observations of equilibrate is ${pooled}: pass at most ${shownObservations}, and read less often for a longer mean`,
    );
  }
  if (atMost !== undefined) requireCount('atMost of equilibrate', atMost);
  return {
    name,
    startsFromRadius: false,
    config: {
      stage: 'equilibrate',
      tolerance,
      observations: pooled,
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
            settled =
              observations.length >= pooled &&
              Math.abs(pooledCompressibility(observations.slice(-pooled)) - 1) <= tolerance;
          }
          return settled || (atMost !== undefined && elapsed >= atMost);
        },
      };
    },
  };
}

/** Z_tot of the means over several observations: sum of pV over sum of R T_tot. */
function pooledCompressibility(observations: readonly Observation[]): number {
  let work = 0;
  let heat = 0;
  for (const observation of observations) {
    const { pressure, squaredRadius, dimension, control } = observation;
    work += pressure * volume(squaredRadius);
    heat += gasConstant(dimension) * totalTemperature({ ...observation, momentum: control.momentum });
  }
  return work / heat;
}
