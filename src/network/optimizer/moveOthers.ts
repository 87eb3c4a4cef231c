import { joinedVectors } from '../tensors/index.js';
import { plainStep, type PlainStep } from './protocols/fixedLearningRate.js';
import type { Motion, Moved } from './protocols/motion.js';
import type { Scalars } from './scalars.js';

/** One plain step of the weights that are not scale-invariant, most of which are short vectors. */
export function moveOthers(
  { weights, gradients, velocity }: Pick<Motion, 'weights' | 'gradients' | 'velocity'>,
  step: PlainStep,
  scalars: Scalars,
): Pick<Moved, 'weights' | 'velocity'> {
  const { join, part } = joinedVectors(weights);
  const moved = plainStep(
    {
      weights: join(weights),
      gradients: join(gradients),
      velocity: velocity && { ...velocity, tensors: join(velocity.tensors) },
    },
    step,
    'others',
    scalars,
  );
  return {
    weights: part(moved.weights),
    velocity: moved.velocity && { ...moved.velocity, tensors: part(moved.velocity.tensors) },
  };
}
