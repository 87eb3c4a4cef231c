import type { Observation } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import type { NoiseTrace } from './noiseTrace.js';
import type { Window } from './window.js';

/** The ensemble after the last step of a window. */
export interface Standing {
  /** Steps taken since the start. */
  readonly step: number;
  readonly chains: number;
  readonly dimension: number;
  readonly trace: NoiseTrace;
  /** w, a row a chain. */
  readonly weights: Float32Array;
}

/**
 * The observation of an ensemble: means over chains and steps. The radius is the root of the mean square over the chains, the
 * noise exact where it is isotropic, else that at the weights after the last step.
 *
 * @throws ThermoError for a window without steps.
 */
export function observationOf(
  { steps, totals, variance, control }: Window,
  { step, chains, dimension, trace, weights }: Standing,
): Observation {
  if (control === null) throw new ThermoError('a run has no steps: pass at least one');
  const count = chains * steps;
  let squares = 0;
  for (const weight of weights) squares += weight ** 2;
  return {
    step,
    window: steps,
    dimension,
    radius: Math.sqrt(squares / chains),
    squaredRadius: totals.squaredRadius / count,
    loss: totals.energy / count,
    secondMoment: totals.secondMoment / count,
    effectiveLearningRate: totals.secondMoment === 0 ? 0 : totals.heating / totals.secondMoment,
    pressure: totals.pressure / count,
    noise: (variance / steps) * trace(weights),
    angle: null,
    stepCorrelation: null,
    guarded: 0,
    control,
  };
}
