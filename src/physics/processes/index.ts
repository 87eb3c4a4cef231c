export { adiabatic } from './adiabatic.js';
export { isobaric } from './isobaric.js';
export { isochoric } from './isochoric.js';
export { isothermal } from './isothermal.js';
export { pathOf, type EquilibriumState, type Path } from './pathOf.js';
export { polytropic } from './polytropic.js';
export type {
  Adiabatic,
  Isobaric,
  Isochoric,
  Isothermal,
  OfGas,
  OfKind,
  Polytropic,
  Process,
  Target,
  ToPressure,
  ToTemperature,
  ToVolume,
} from './process.js';
export { requireReachable } from './requireReachable.js';
