import type * as tf from '@tensorflow/tfjs';
import type { LayerRule, LayerUse } from '../layerRule.js';
import { demandFixed } from '../scaleSystem.js';
import { fixedScaling, normalized, type Scaling, withOffset } from '../scaling.js';

/**
 * gamma and beta after a normalization over `reducedAxes`. Where a later normalization follows, both could be scaled
 * together too, but the gas has no such parameters (arXiv 2511.07308 uses normalizations without them), so gamma is held.
 */
const normalizedThenAffine = (
  use: LayerUse,
  value: Scaling,
  reducedAxes: readonly number[],
  affineAxes: readonly number[],
): Scaling => {
  use.system.epsilons.set(use.path, Number(use.config['epsilon']));
  const normal = normalized(use.system, value, reducedAxes, use.label, use.path);
  const gamma = use.weight('gamma');
  const beta = use.weight('beta');
  if (gamma) {
    demandFixed(
      use.system,
      gamma.degree,
      `${use.label} takes gamma as the scale of its output: it is held out of w`,
    );
  }
  if (!beta) return normal;
  if (affineAxes.length === 1)
    return withOffset(use.system, normal, affineAxes[0] as number, beta, use.label);
  if (beta.variable !== null) use.system.felt.add(beta.variable);
  demandFixed(use.system, beta.degree, `${use.label} adds beta to an output of fixed scale`);
  return fixedScaling;
};

const fromStart = (axis: number, shape: tf.Shape): number => (axis < 0 ? axis + shape.length : axis);

/** BatchNormalization: over all axes but one. In training it uses the batch's statistics also when it is frozen. */
export const batchNormalization: LayerRule = (use, [value]) => {
  const shape = use.inputShapes[0] as tf.Shape;
  const axis = fromStart(Number(use.config['axis'] ?? -1), shape);
  const reducedAxes = shape.map((_, index) => index).filter((index) => index !== axis);
  return normalizedThenAffine(use, value, reducedAxes, [axis]);
};

/** LayerNormalization: over the axes named, for each sample. */
export const layerNormalization: LayerRule = (use, [value]) => {
  const shape = use.inputShapes[0] as tf.Shape;
  const axes = [use.config['axis'] ?? -1].flat().map((axis) => fromStart(Number(axis), shape));
  return normalizedThenAffine(use, value, axes, axes);
};
