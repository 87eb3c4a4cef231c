import type * as tf from '@tensorflow/tfjs';
import type { GroupMeasurement, VariableMeasurement } from './invarianceMeasurement.js';
import { cosineTolerance, gradientTolerance, lossTolerance } from './tolerances.js';

const digits = (value: number): string => value.toExponential(1);

/** Whether weights scaled as one keep their loss, with the numbers. */
export function judgeGroup(members: readonly number[], cosine: number, lossChange: number): GroupMeasurement {
  return {
    members,
    cosine,
    lossChange,
    invariant: cosine < cosineTolerance && lossChange < lossTolerance,
    reason: `|cos(g, w)| = ${digits(cosine)} (allowed ${cosineTolerance}), loss changes by ${digits(lossChange)} (allowed ${lossTolerance})`,
  };
}

/**
 * The verdict on one variable.
 * @param alone what was measured with it scaled alone.
 * @param group the invariant joint group it is in, if any.
 */
export function judgeVariable(
  { name, shape, size }: tf.Variable,
  alone: GroupMeasurement,
  gradientShare: number,
  group: GroupMeasurement | undefined,
): VariableMeasurement {
  const { cosine, lossChange, invariant, reason } = alone;
  const measured = { name, shape, size, cosine, lossChange, gradientShare };
  if (gradientShare < gradientTolerance && lossChange < lossTolerance) {
    const share = `|g| is ${digits(gradientShare)} of the largest (allowed ${gradientTolerance})`;
    return { ...measured, cosine: 0, verdict: 'null-direction', reason: share };
  }
  if (invariant && shape.length > 1) return { ...measured, verdict: 'invariant', reason };
  if (group) return { ...measured, verdict: 'jointly-invariant', reason: `as a group ${group.reason}` };
  const heldOut = invariant ? ', but variables of rank 0 or 1 are no part of w alone' : '';
  return { ...measured, verdict: 'not-invariant', reason: reason + heldOut };
}

/** Whether a variable belongs to w. */
export function isPartOfW({ verdict }: VariableMeasurement): boolean {
  return verdict === 'invariant' || verdict === 'jointly-invariant';
}
