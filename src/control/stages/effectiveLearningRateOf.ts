import type { Control } from '../control.js';

/** eta_eff of a control at a radius. */
export function effectiveLearningRateOf(control: Control, radius: number): number {
  return control.protocol === 'fixedLearningRate'
    ? control.learningRate / radius ** 2
    : control.effectiveLearningRate;
}
