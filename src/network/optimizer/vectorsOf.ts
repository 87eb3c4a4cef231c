import * as tf from '@tensorflow/tfjs';
import type { BoundWeights } from './boundWeights.js';
import type { ParameterGroup } from './parameterGroup.js';
import type { Motion } from './protocols/motion.js';

/** A group's weights and gradients for a step, without velocity; null where none of its members has a gradient. */
export function vectorsOf(
  group: ParameterGroup,
  { variables }: BoundWeights,
  gradients: readonly (tf.Tensor | undefined)[],
): Pick<Motion, 'weights' | 'gradients'> | null {
  group.arrange((position) => gradients[position] !== undefined);
  if (group.present.length === 0) return null;
  return {
    weights: group.present.map((position) => variables[position]!),
    gradients: group.present.map((position) => gradients[position]!),
  };
}
