import { compressibility } from './compressibility.js';
import { temperature } from './temperature.js';
import { totalTemperature } from './totalTemperature.js';
import { volume } from './volume.js';

/** What was measured of a body, in plain numbers: all moments are taken to the unit sphere. */
export interface MeasuredGas {
  /** d, the number of scale-invariant parameters; at least 2. */
  readonly dimension: number;
  /** Mean of r^2 = |w|^2. */
  readonly squaredRadius: number;
  /** M = E|g_B|^2 r^2. */
  readonly secondMoment: number;
  /** eta_eff = eta / r^2. */
  readonly effectiveLearningRate: number;
  /** p = lambda, as applied or as read off a sphere's rescaling. */
  readonly pressure: number;
  /** trSigma = E|g_B - g|^2 r^2; null when not estimated. */
  readonly noise: number | null;
  /** Mean training loss; null when not known. */
  readonly loss: number | null;
  /** a, in [0, 1). */
  readonly momentum: number;
}

/** The thermodynamic state of a body in training. Temperatures and energy are in units of the loss. */
export interface GasState {
  /** d, the number of scale-invariant parameters. */
  readonly dimension: number;
  /** T, from the noise of the gradient; null when the noise was not estimated. */
  readonly temperature: number | null;
  /** T_tot, from the whole second moment of the gradient; null for a body that has no temperature. */
  readonly totalTemperature: number | null;
  /** p, the weight decay. */
  readonly pressure: number;
  /** V = r^2 / 2. */
  readonly volume: number;
  /** U, the mean training loss; null when not known. */
  readonly internalEnergy: number | null;
  /** Z = p V / (R T); null when the noise was not estimated or T = 0. */
  readonly compressibility: number | null;
  /** Z_tot = p V / (R T_tot): 1 at stationarity; null when T_tot = 0. */
  readonly totalCompressibility: number | null;
  /** trSigma / M, which is 1 for an ideal gas; null when the noise was not estimated or M = 0. */
  readonly noiseShare: number | null;
}

/**
 * The thermodynamic state that a measurement shows.
 *
 * Measured numbers that are not finite pass through into the state, so that the state of a run that broke can still be
 * reported.
 *
 * @throws ThermoError when d is not a whole number of at least 2 or a is outside [0, 1).
 * @see arXiv 2511.07308
 */
export function gasState(measured: MeasuredGas): GasState & { readonly totalTemperature: number } {
  const { dimension, pressure, noise, secondMoment } = measured;
  const place = { dimension, pressure, volume: volume(measured.squaredRadius) };
  const noiseTemperature = noise === null ? null : temperature({ ...measured, noise });
  const total = totalTemperature(measured);
  return {
    ...place,
    temperature: noiseTemperature,
    totalTemperature: total,
    internalEnergy: measured.loss,
    compressibility:
      noiseTemperature === null ? null : compressibility({ ...place, temperature: noiseTemperature }),
    totalCompressibility: compressibility({ ...place, temperature: total }),
    noiseShare: noise === null || secondMoment === 0 ? null : noise / secondMoment,
  };
}
