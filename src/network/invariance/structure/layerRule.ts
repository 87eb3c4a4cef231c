import type * as tf from '@tensorflow/tfjs';
import type { Degree } from './degree.js';
import type { ScaleSystem } from './scaleSystem.js';
import type { Scaling } from './scaling.js';

/** A weight of a layer as its rule sees it; one that is not trained has no index and degree zero. */
export interface RuleWeight {
  readonly variable: number | null;
  readonly degree: Degree;
}

/** One use of a layer in the graph, with all that its rule may ask. */
export interface LayerUse {
  readonly layer: tf.layers.Layer;
  /** `encoder/conv1`. */
  readonly path: string;
  /** `"encoder/conv1" (Conv2D)`, to begin a sentence with. */
  readonly label: string;
  readonly config: tf.serialization.ConfigDict;
  readonly inputShapes: readonly tf.Shape[];
  readonly outputShape: tf.Shape;
  readonly system: ScaleSystem;
  readonly weights: readonly RuleWeight[];
  /** The layer's weight of this role, or null where it has none. */
  weight(role: string): RuleWeight | null;
  /** Applies a layer held inside this one. */
  inner(layer: tf.layers.Layer, inputs: readonly Scaling[], shapes: InnerShapes): Scaling;
}

/** The shapes that a wrapper shows to the layer inside it. */
export interface InnerShapes {
  readonly inputShapes: readonly tf.Shape[];
  readonly outputShape: tf.Shape;
}

/** How a kind of layer maps the scalings of its inputs to that of its output. */
export type LayerRule = (use: LayerUse, inputs: readonly [Scaling, ...Scaling[]]) => Scaling;
