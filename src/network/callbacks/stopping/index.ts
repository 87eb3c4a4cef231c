export {
  earlyStopping,
  type EarlyStopping,
  type EarlyStoppingOptions,
  type EarlyStoppingState,
} from './earlyStopping.js';
export { stopOnNonFinite, type StopOnNonFiniteOptions } from './stopOnNonFinite.js';
