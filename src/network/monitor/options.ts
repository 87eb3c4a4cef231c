import type * as tf from '@tensorflow/tfjs';
import type { Recorder } from '../../control/index.js';
import type { NoiseEstimator, NoiseSource } from '../noise/index.js';
import type { ThermalOptimizer } from '../optimizer/index.js';
import type { NoiseMemoryState } from './noiseMemory.js';

/** What a monitor watches, how often, and where it reports. One of `model` and `optimizer` is needed. */
export interface ThermoMonitorOptions {
  /** The model in training, compiled with a ThermoSGD or a thermalized optimizer before its first step; its scale-invariant weights are found from it. */
  readonly model?: tf.LayersModel;
  /** The optimizer of a custom loop without a compiled model. */
  readonly optimizer?: ThermalOptimizer;
  /** Steps between readings; default 20. A reading is the only wait for the device. */
  readonly every?: number;
  /**
   * How the noise, and with it T, is estimated; `off` leaves T_tot alone. Default: pairs from the batch every 50 steps, and
   * off in a custom loop, whose batches only a probe of its own can draw.
   */
  readonly noise?: 'off' | NoiseOptions;
  /** `whole` (default), or `groups` to record each group that has a radius of its own too, or `layers` for each variable. */
  readonly detail?: 'whole' | 'groups' | 'layers';
  /** Where points go; they are closed by whoever opened them. One that fails is told of once, and stops nothing. */
  readonly recorders?: readonly Recorder[];
  /** What `save` gave in an earlier run, to go on from. */
  readonly state?: MonitorState;
}

/** How the noise is estimated. */
export interface NoiseOptions {
  /** Default `batch`, which needs `model`. */
  readonly source?: NoiseSource;
  /** Default `pair`. */
  readonly estimator?: NoiseEstimator;
  /** Steps between estimates; default 50. An estimate costs about one step. */
  readonly every?: number;
  /** What an estimate keeps of its weight from one to the next, in [0, 1); default 0.8: about five estimates. */
  readonly decay?: number;
}

/** What a monitor remembers between readings, as plain JSON. */
export interface MonitorState {
  /** The averages of the noise. */
  readonly noise: NoiseMemoryState;
}
