import type * as tf from '@tensorflow/tfjs';
import type { ThermoSGDOptions } from '../../network/index.js';
import type { ImageShape } from '../data/index.js';

/** A built-in network: how it is built, and how its weights that are not scale-invariant are to be trained. */
export interface Network {
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** The model, not compiled; its outputs are logits. One seed, one set of weights. */
  build(options: NetworkOptions): tf.LayersModel;
  readonly others: NonNullable<ThermoSGDOptions['others']>;
}

/** What a network is built for. */
export interface NetworkOptions {
  readonly images: ImageShape;
  readonly classes: number;
  readonly seed: number;
}
