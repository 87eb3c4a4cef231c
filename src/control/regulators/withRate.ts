import type { Control } from '../control.js';

/** A control whose rate, be it eta or eta_eff, is multiplied by a factor. */
export function withRate(control: Control, factor: number): Control {
  return control.protocol === 'fixedLearningRate'
    ? { ...control, learningRate: control.learningRate * factor }
    : { ...control, effectiveLearningRate: control.effectiveLearningRate * factor };
}
