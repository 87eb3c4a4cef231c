import type { Plane } from './plane.js';

/** Temperature against the entropy of a cold gas, S / R = ln(T V) + const: isotherms are level, adiabats upright. */
export const temperatureEntropyPlane: Plane = {
  title: 'T–S plane',
  caption:
    'S/R = ln(T_tot V), up to a constant, which is the entropy of a cold gas. Isotherms are level; adiabats, dashed, are upright.',
  x: { label: 'entropy S/R, up to a constant', scale: 'linear' },
  y: { label: 'temperature T_tot (units of loss)', scale: 'log' },
  place: ({ temperature, volume }) => [Math.log(temperature * volume), temperature],
  isotherm: ([, temperature]) => temperature,
  adiabat: ([entropy], { y }) => y.map((temperature) => [entropy, temperature] as const),
};
