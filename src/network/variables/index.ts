export {
  decayedWeights,
  type DecayedWeights,
  type SavedSelection,
  type WeightSelection,
} from './decayedWeights.js';
export { variableOrder, type SavedOrder, type VariableOrder } from './variableOrder.js';
