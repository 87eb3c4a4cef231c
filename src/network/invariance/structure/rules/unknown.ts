import type { LayerRule } from '../layerRule.js';
import { demandFixed } from '../scaleSystem.js';
import { fixed, fixedScaling } from '../scaling.js';

/** Recurrent layers, layers of the user's own and all others without a rule: nothing in or before them may be scaled. */
export const unknown: LayerRule = (use, inputs) => {
  const because = `${use.label} is not known to pass a scale on, so nothing in or before it counts as scale-invariant`;
  for (const value of inputs) fixed(use.system, value, because);
  for (const { degree } of use.weights) demandFixed(use.system, degree, because);
  return fixedScaling;
};
