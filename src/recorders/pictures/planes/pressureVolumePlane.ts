import type { Plane } from './plane.js';

/** Points of a curve. */
const resolution = 40;

/** Pressure against volume: isotherms p V = const, adiabats p V^2 = const (gamma = 2, the value of a cold gas). */
export const pressureVolumePlane: Plane = {
  title: 'p–V plane',
  caption:
    'Isotherms hold pV; adiabats, dashed, hold pV², as a cold gas does (γ = 2). The dot is where the gas is now.',
  x: { label: 'volume V (squared weights)', scale: 'log' },
  y: { label: 'pressure p (per step and learning rate)', scale: 'log' },
  place: ({ volume, pressure }) => [volume, pressure],
  isotherm: ([volume, pressure], x) => (pressure * volume) / x,
  adiabat: ([volume, pressure], { x: [from, to] }) =>
    Array.from({ length: resolution + 1 }, (_, i) => {
      const x = from * (to / from) ** (i / resolution);
      return [x, pressure * (volume / x) ** 2] as const;
    }),
};
