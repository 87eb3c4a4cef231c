import type { Point } from '../../control/index.js';

/** The first step at which a run was tested and had reached a test accuracy; null when it never did. */
export function stepsToTarget(points: readonly Point[], target: number): number | null {
  const reached = points.find(
    ({ testAccuracy }) => typeof testAccuracy === 'number' && testAccuracy >= target,
  );
  return reached?.step ?? null;
}
