import type { Control } from '../control.js';

/** The rate of a control: eta, or eta_eff where that is what is given. */
export function rateOf(control: Control): number {
  return control.protocol === 'fixedLearningRate' ? control.learningRate : control.effectiveLearningRate;
}
