import type * as tf from '@tensorflow/tfjs';
import type { LayerRule } from '../layerRule.js';
import { isUniform, merged, moveTo, type Scaling, settled } from '../scaling.js';

const withoutTime = (shape: tf.Shape): tf.Shape => [shape[0] ?? null, ...shape.slice(2)];

/** TimeDistributed: the layer inside it, at each step of axis 1. */
export const timeDistributed: LayerRule = (use, inputs) => {
  const { layer } = use.layer as unknown as { layer: tf.layers.Layer };
  const atOneStep = inputs.map((value): Scaling => {
    if (value.axis > 1) return moveTo(value, value.axis - 1);
    return isUniform(value) ? value : settled(use.system, merged(use.system, value, use.label), use.label);
  });
  const output = use.inner(layer, atOneStep, {
    inputShapes: use.inputShapes.map(withoutTime),
    outputShape: withoutTime(use.outputShape),
  });
  return moveTo(output, output.axis + 1);
};
