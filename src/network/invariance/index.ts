export { describeInvariance } from './describeInvariance.js';
export { gradientOrthogonality, noCosine } from './gradients/gradientOrthogonality.js';
export { verdictFromCosines } from './gradients/verdictFromCosines.js';
export type { InvarianceReport, NormalizationUsed, VariableVerdict, Verdict } from './invarianceReport.js';
export type { Batch } from './measurement/compiledLoss.js';
export type {
  GroupMeasurement,
  InvarianceMeasurement,
  ScaleDependence,
  VariableMeasurement,
} from './measurement/invarianceMeasurement.js';
export {
  type LossSubject,
  numericalInvariance,
  type NumericalInvarianceOptions,
} from './measurement/numericalInvariance.js';
export { type InvarianceSelection, resolveInvariant } from './selection/resolveInvariant.js';
export { structuralInvariance } from './structuralInvariance.js';
