import { ThermoError, requirePositive } from '../../error.js';
import { exponentialMean } from '../exponentialMean.js';
import { displacementOf } from './displacement.js';
import type { Process } from './process.js';

/** A state of equilibrium: p V = R T. */
export interface EquilibriumState {
  /** T, greater than 0. */
  readonly temperature: number;
  /** p, greater than 0. */
  readonly pressure: number;
  /** V = r^2 / 2, greater than 0. */
  readonly volume: number;
}

/**
 * A process laid from a start. Progress runs from 0 at the start to 1 at the end, evenly in the logarithm of whatever
 * moves; how fast a run passes along it is the pacing's affair. All functions refuse a progress outside [0, 1].
 */
export interface Path {
  /** The state at progress 0. */
  readonly start: EquilibriumState;
  /** The state at progress 1. */
  readonly end: EquilibriumState;
  /** The state at a progress. */
  readonly at: (progress: number) => EquilibriumState;
  /** W, the work done by the gas from the start up to a progress: the integral of p dV. */
  readonly work: (progress: number) => number;
  /** Q, the heat taken up by the gas from the start up to a progress: the integral of T dS. */
  readonly heat: (progress: number) => number;
  /** S - S_start at a progress, in nats. */
  readonly entropyChange: (progress: number) => number;
}

/**
 * The path of equilibrium states that a process takes from a start.
 *
 * With tau, upsilon, sigma the changes of ln T, ln V and S / R over the whole process, and s the progress:
 * T = T0 e^(tau s), V = V0 e^(upsilon s), p = R T / V, S - S0 = R sigma s,
 * W = R T0 upsilon s E, Q = R T0 sigma s E, where E = (e^(tau s) - 1) / (tau s).
 *
 * @param process What is held and how far to go.
 * @param start Where the gas is; the gas constant is taken from it as R = p V / T.
 * @throws ThermoError when the process cannot reach its target or the start is not positive throughout.
 */
export function pathOf(process: Process, start: EquilibriumState): Path {
  const move = displacementOf(process);
  const temperature = requirePositive('start temperature', start.temperature);
  const pressure = requirePositive('start pressure', start.pressure);
  const volume = requirePositive('start volume', start.volume);
  const heatUnit = pressure * volume;
  const gasConstant = heatUnit / temperature;

  const at = (progress: number): EquilibriumState => {
    requireProgress(progress);
    return {
      temperature: temperature * Math.exp(move.temperature * progress),
      pressure: pressure * Math.exp(move.pressure * progress),
      volume: volume * Math.exp(move.volume * progress),
    };
  };
  /** R times the integral of T over the progress. */
  const heatScale = (progress: number): number =>
    heatUnit * requireProgress(progress) * exponentialMean(move.temperature * progress);
  return {
    start: at(0),
    end: at(1),
    at,
    work: (progress) => move.volume * heatScale(progress),
    heat: (progress) => move.entropy * heatScale(progress),
    entropyChange: (progress) => gasConstant * move.entropy * requireProgress(progress),
  };
}

function requireProgress(progress: number): number {
  if (!(progress >= 0 && progress <= 1)) {
    throw new ThermoError(`progress is ${progress}: pass a number from 0 (the start) to 1 (the end)`);
  }
  return progress;
}
