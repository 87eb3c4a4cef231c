import { add, multiply } from '../../tensors/index.js';
import type { Scalars } from '../scalars.js';
import type { Motion, Moved } from './motion.js';

/** The numbers of a plain step with momentum and coupled weight decay. */
export interface PlainStep {
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly momentum: number;
}

/**
 * SGD: v <- a v + g + lambda w, w <- w - eta v.
 *
 * The operations and their order are those of tf.train.sgd and tf.train.momentum, so without decay the weights agree
 * with theirs to the last bit.
 *
 * @param role tells the cached numbers of one group of weights from another's.
 */
export function plainStep(
  { weights, gradients, velocity }: Pick<Motion, 'weights' | 'gradients' | 'velocity'>,
  { learningRate, weightDecay, momentum }: PlainStep,
  role: string,
  scalars: Scalars,
): Pick<Moved, 'weights' | 'velocity'> {
  const descent = scalars.get(`${role}.descent`, -learningRate);
  const decay = scalars.get(`${role}.weightDecay`, weightDecay);
  const forces = weights.map((weight, i) =>
    weightDecay === 0 ? gradients[i]! : add(gradients[i]!, multiply(decay, weight)),
  );
  if (velocity === null) {
    return {
      weights: weights.map((weight, i) => add(multiply(descent, forces[i]!), weight)),
      velocity: null,
    };
  }
  const one = scalars.get('one', 1);
  const inertia = multiply(velocity.scale, scalars.get(`${role}.momentum`, momentum));
  const velocities = velocity.tensors.map((last, i) => add(multiply(inertia, last), forces[i]!));
  return {
    weights: weights.map((weight, i) => add(multiply(descent, velocities[i]!), weight)),
    velocity: { tensors: velocities, scale: one },
  };
}

/** The fixed-learning-rate protocol for the scale-invariant group. It cannot run away: eta_eff = eta / r^2 falls as r grows. */
export function moveAtFixedLearningRate(motion: Motion, step: PlainStep): Moved {
  const { scalars } = motion;
  const heatingRate = scalars.get('heatingRate', step.learningRate);
  return {
    ...plainStep(motion, step, 'invariant', scalars),
    heating: multiply(motion.squaredGradient, heatingRate),
    heatingRate,
    pressure: scalars.get('pressure', step.weightDecay),
    kept: scalars.get('one', 1),
  };
}
