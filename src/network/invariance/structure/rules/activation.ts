import type { LayerRule, LayerUse } from '../layerRule.js';
import { demandFixed } from '../scaleSystem.js';
import { fixed, type Scaling, settled } from '../scaling.js';

/** What a layer's activation, named in its config, does to a scaling: relu(c x) = c relu(x) for c > 0, tanh does not. */
export function activated(use: LayerUse, value: Scaling): Scaling {
  const activation = use.config['activation'] ?? 'linear';
  if (activation === 'linear') return value;
  if (activation === 'relu') return settled(use.system, value, use.label);
  const because = `${use.label} applies ${String(activation)}, which is not positively homogeneous, to its scale`;
  return fixed(use.system, value, because);
}

/** Activation. */
export const activation: LayerRule = (use, [value]) => activated(use, value);

/** LeakyReLU, and any layer that is positively homogeneous in each entry. */
export const homogeneousActivation: LayerRule = (use, [value]) => settled(use.system, value, use.label);

/** ReLU, which `maxValue` makes depend on the scale. */
export const relu: LayerRule = (use, [value]) =>
  use.config['maxValue'] === undefined || use.config['maxValue'] === null
    ? settled(use.system, value, use.label)
    : fixed(
        use.system,
        value,
        `${use.label} clips at ${String(use.config['maxValue'])}, which fixes the scale before it`,
      );

/** Rescaling, affine: homogeneous without its offset. */
export const rescaling: LayerRule = (use, [value]) =>
  use.config['offset'] === 0
    ? value
    : fixed(
        use.system,
        value,
        `${use.label} adds ${String(use.config['offset'])}, which fixes the scale before it`,
      );

/** GaussianNoise and AlphaDropout, which add noise of a given size. */
export const additiveNoise: LayerRule = (use, [value]) =>
  fixed(use.system, value, `${use.label} adds noise of fixed size, which fixes the scale before it`);

/** PReLU: homogeneous in its input; its slope alpha changes the shape of the function and is no scale. */
export const prelu: LayerRule = (use, [value]) => {
  const alpha = use.weight('alpha');
  const because = `${use.label} takes alpha as a slope: scaling it changes the function, not its scale`;
  if (alpha) demandFixed(use.system, alpha.degree, because);
  return settled(use.system, value, use.label);
};
