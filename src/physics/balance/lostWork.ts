import { requireCount, requireFinite, requirePositive } from '../../error.js';
import { exponentialMean } from '../exponentialMean.js';
import { momentumGain } from '../state/index.js';

/**
 * The work lost to haste when the weight decay takes the volume along a process in a finite number of steps.
 *
 * W_lost = integral of (d ln V / dt)^2 / (4 eta_eff) dt; evenly in logarithms it is
 * upsilon^2 / (4 N eta_eff) (1 - e^(-tau)) / tau, upsilon and tau the changes of ln V and ln T, eta_eff that at the start
 *
 * d ln V / dt = 2 eta_eff r^2 (p_equilibrium - lambda): the decay that moves V in time is below the pressure of
 * equilibrium by the rate over 2 eta_eff r^2, outwards and inwards alike, so W = integral of lambda dV falls short. The
 * noise is constant, so eta_eff goes as T; eta_eff stands for eta_eff / (1 - a).
 *
 * @throws ThermoError when a change of logarithm is not finite, eta_eff is not positive, N is not a whole number of at
 *   least 1 or a is outside [0, 1).
 */
export function lostWork({
  logVolumeChange,
  logTemperatureChange,
  effectiveLearningRate,
  steps,
  momentum = 0,
}: {
  /** upsilon = ln(V2 / V1). */
  readonly logVolumeChange: number;
  /** tau = ln(T2 / T1). */
  readonly logTemperatureChange: number;
  /** eta_eff at the start, greater than 0. */
  readonly effectiveLearningRate: number;
  /** N, at least 1. */
  readonly steps: number;
  /** a, in [0, 1). */
  readonly momentum?: number;
}): number {
  requireFinite('logVolumeChange', logVolumeChange);
  requireFinite('logTemperatureChange', logTemperatureChange);
  requirePositive('effectiveLearningRate', effectiveLearningRate);
  requireCount('steps', steps);
  const rate = effectiveLearningRate * momentumGain(momentum);
  return (logVolumeChange ** 2 * exponentialMean(-logTemperatureChange)) / (4 * steps * rate);
}
