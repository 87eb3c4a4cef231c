import type { Control } from '../../src/control/index.js';
import type { PlainStep } from '../../src/network/optimizer/protocols/fixedLearningRate.js';

/** Weights that move together, in float64 by plain loops: the update rules as they are written in the literature. */
export interface ReferenceGroup {
  readonly weights: number[][];
  readonly velocities: number[][];
}

/** What one step of a scale-invariant group showed. */
export interface ReferenceShown {
  readonly squaredRadius: number;
  readonly secondMoment: number;
  readonly pressure: number;
  /** Angle between the weights before and after, from their scalar product. */
  readonly angle: number;
}

export function referenceGroup(weights: readonly (readonly number[])[]): ReferenceGroup {
  return {
    weights: weights.map((values) => [...values]),
    velocities: weights.map((values) => values.map(() => 0)),
  };
}

/** v <- a v + g + lambda w, w <- w - eta v. */
export function stepPlain(group: ReferenceGroup, gradients: readonly number[][], step: PlainStep): void {
  const { learningRate, weightDecay, momentum } = step;
  group.weights.forEach((weights, i) =>
    weights.forEach((weight, j) => {
      const velocity = momentum * group.velocities[i]![j]! + gradients[i]![j]! + weightDecay * weight;
      group.velocities[i]![j] = velocity;
      weights[j] = weight - learningRate * velocity;
    }),
  );
}

/** One step under a control, without any guard. */
export function stepInvariant(
  group: ReferenceGroup,
  gradients: readonly number[][],
  control: Control,
): ReferenceShown {
  const before = group.weights.flat();
  const squaredRadius = dot(before, before);
  const { momentum } = control;
  const learningRate =
    control.protocol === 'fixedLearningRate'
      ? control.learningRate
      : control.effectiveLearningRate * squaredRadius;
  const weightDecay = control.protocol === 'fixedSphere' ? 0 : control.weightDecay;
  stepPlain(group, gradients, { learningRate, weightDecay, momentum });

  let pressure = weightDecay;
  if (control.protocol === 'fixedSphere') {
    const stretched = norm(group.weights.flat());
    const radius = Math.sqrt(squaredRadius);
    pressure = ((1 - momentum) * (stretched - radius)) / (control.effectiveLearningRate * radius ** 3);
    for (const weights of group.weights)
      weights.forEach((weight, j) => (weights[j] = (weight * control.radius) / stretched));
  }
  const after = group.weights.flat();
  return {
    squaredRadius,
    secondMoment: squaredRadius * dot(gradients.flat(), gradients.flat()),
    pressure,
    angle: Math.acos(dot(before, after) / norm(before) / norm(after)),
  };
}

export function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * other[i]!, 0);
}

export function norm(values: readonly number[]): number {
  return Math.sqrt(dot(values, values));
}
