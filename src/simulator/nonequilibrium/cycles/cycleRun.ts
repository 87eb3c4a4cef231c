import type { Estimate, Process } from '../../../physics/index.js';

/** A cycle as a simulated gas went through it. Energies are in units of the loss, entropies in nats; all are of one round. */
export interface CycleRun {
  readonly legs: readonly LegRun[];
  /** The work done by the gas. */
  readonly netWork: Compared;
  /** The heat taken up on the legs that take up heat when quasi-static. */
  readonly heatIn: Compared;
  /** Net work over heat in; the ideal gas's is that of a quasi-static round. */
  readonly efficiency: Compared;
  /** The sum of dS over the legs: 0, as the gas comes back. */
  readonly entropyChange: Estimate;
  /** The sum of sigma over the legs. */
  readonly entropyProduction: Estimate;
  /**
   * What the first law leaves over, as a share of the heat in: integral of T dS - integral of p dV - dU, where T, S, p and U are
   * measured each on its own. 0 where nothing is lost to haste.
   */
  readonly firstLaw: Estimate;
}

/** One leg of it, from the corner before to the corner after. */
export interface LegRun {
  readonly process: Process;
  /** W, done by the gas. */
  readonly work: Compared;
  /** Q = dU + W, taken up by the gas. */
  readonly heat: Compared;
  readonly energyChange: Compared;
  readonly entropyChange: Compared;
  /** sigma = dS - integral of dQ / T. */
  readonly entropyProduction: Estimate;
  /** T V after the leg over that before it, T = U / R, the gas's own: 1 along an adiabat at gamma = 2. */
  readonly temperatureVolumeRatio: Compared;
}

/** A measured number beside that of an ideal gas gone along the cycle quasi-statically. */
export interface Compared extends Estimate {
  readonly ideal: number;
}
