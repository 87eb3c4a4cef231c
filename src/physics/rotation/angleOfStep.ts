import { requireNonNegative, requirePositive } from '../../error.js';

/**
 * The angle by which a step turned the weights, from lengths alone.
 *
 * 2 asin sqrt((s^2 - (r2 - r1)^2) / (4 r1 r2)), the law of cosines for half the angle: a small angle keeps its digits,
 * which the arc cosine of a dot product would lose.
 *
 * @returns Radians, from 0 to pi.
 * @throws ThermoError when a radius is not positive or the step's length is negative.
 */
export function angleOfStep({
  radiusBefore,
  radiusAfter,
  stepLength,
}: {
  /** r1 = |w| before the step, greater than 0. */
  readonly radiusBefore: number;
  /** r2 = |w| after the step, greater than 0. */
  readonly radiusAfter: number;
  /** s, the norm of the difference of the weights; at least 0. */
  readonly stepLength: number;
}): number {
  requirePositive('radiusBefore', radiusBefore);
  requirePositive('radiusAfter', radiusAfter);
  requireNonNegative('stepLength', stepLength);
  const change = radiusAfter - radiusBefore;
  const squaredSine = ((stepLength - change) * (stepLength + change)) / (4 * radiusBefore * radiusAfter);
  // Rounded lengths can break the triangle inequality by a hair.
  return 2 * Math.asin(Math.sqrt(Math.min(1, Math.max(0, squaredSine))));
}
