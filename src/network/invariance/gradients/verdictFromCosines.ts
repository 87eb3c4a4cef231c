import { ThermoError } from '../../../error.js';
import type { Verdict } from '../invarianceReport.js';
import { noCosine } from './gradientOrthogonality.js';
import { cosineTolerance } from '../measurement/tolerances.js';

/**
 * Which variables look scale-invariant by the cosines of a few training steps, for loops that show the optimizer no model.
 *
 * `invariant` where |cos(g, w)| < 1e-4 in every step; `null-direction` where there never was a gradient; variables of rank
 * 0 or 1 (biases, gamma, beta) are `not-invariant` whatever their cosine, since gamma is orthogonal to its gradient
 * while beta is still zero.
 *
 * Weak evidence, so prefer `structuralInvariance` where a model is at hand. (1) A random gradient in n dimensions passes
 * one step with probability erf(1e-4 sqrt(n/2)), 0.8 % at n = 1e4 and 8 % at 1e6; all steps must pass, but successive
 * gradients are not independent. (2) A kernel that scales only together with its bias is orthogonal to its gradient
 * as long as that bias is zero, as it starts: the first steps cannot tell. (3) Joint groups are not found: their
 * members look not-invariant. (4) A normalization's epsilon leaks: at epsilon 1e-3 and weights of scale .1 the cosine
 * is 5e-3, and fails.
 *
 * @param cosinesPerStep one row a step, as read from `gradientOrthogonality`; at least two.
 * @param shapes the variables' shapes, in the same order.
 * @throws ThermoError for fewer than two steps or rows of another length.
 */
export function verdictFromCosines(
  cosinesPerStep: readonly (readonly number[])[],
  shapes: readonly (readonly number[])[],
): Verdict[] {
  if (cosinesPerStep.length < 2) {
    throw new ThermoError(
      `cosinesPerStep has ${cosinesPerStep.length} steps: pass at least 2, since one may pass by chance`,
    );
  }
  const row = cosinesPerStep.find(({ length }) => length !== shapes.length);
  if (row) {
    throw new ThermoError(
      `cosinesPerStep has a row of ${row.length}: pass one cosine for each of the ${shapes.length} shapes`,
    );
  }
  return shapes.map((shape, index) => {
    const cosines = cosinesPerStep
      .map((step) => step[index] as number)
      .filter((cosine) => cosine !== noCosine);
    if (cosines.length === 0) return 'null-direction';
    return shape.length > 1 && cosines.every((cosine) => Math.abs(cosine) < cosineTolerance)
      ? 'invariant'
      : 'not-invariant';
  });
}
