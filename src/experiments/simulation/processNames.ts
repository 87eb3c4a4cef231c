/** What can follow the equilibrium; `none` holds it until the end. */
export const processNames = [
  'none',
  'isothermal',
  'isobaric',
  'isochoric',
  'adiabatic',
  'polytropic',
] as const;
