import type { Estimate } from '../../physics/index.js';

/** The gas held at one temperature and volume. */
export interface HeldState {
  /** T as the witness saw it. */
  readonly temperature: Estimate;
  /** T_tot, the mean of the readings. */
  readonly totalTemperature: number;
  readonly volume: number;
  /** S over d - 1 in nats, from samples of the weights spaced equally in the gas's own time. */
  readonly entropy: number;
  /** The same from as many samples spaced equally in steps. */
  readonly entropyBySteps: number;
}
