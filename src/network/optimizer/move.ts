import type { Control } from '../../control/index.js';
import { moveAtFixedEffectiveLearningRate } from './protocols/fixedEffectiveLearningRate.js';
import { moveAtFixedLearningRate } from './protocols/fixedLearningRate.js';
import { moveOnFixedSphere } from './protocols/fixedSphere.js';
import type { Motion, Moved } from './protocols/motion.js';

/** One step of a scale-invariant group under a control. */
export function move(motion: Motion, control: Control): Moved {
  // A plain switch: this runs in every step, where pattern matching would cost ten times as much.
  switch (control.protocol) {
    case 'fixedLearningRate':
      return moveAtFixedLearningRate(motion, control);
    case 'fixedEffectiveLearningRate':
      return moveAtFixedEffectiveLearningRate(motion, control);
    case 'fixedSphere':
      return moveOnFixedSphere(motion, control);
  }
}
