export { exponential, type ExponentialOptions } from './exponential.js';
export { inverseSquareRoot, type InverseSquareRootOptions } from './inverseSquareRoot.js';
export { inverseTime, type InverseTimeOptions } from './inverseTime.js';
export { multiStepDecay, type MultiStepDecayOptions } from './multiStepDecay.js';
export { stepDecay, type StepDecayOptions } from './stepDecay.js';
