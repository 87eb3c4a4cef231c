/**
 * A process: a path of equilibrium states that a gas is led along, told by what it holds and how far it goes. Plain
 * data, relative to wherever the gas starts; `pathOf` lays it from a given state.
 */
export type Process = Isothermal | Isobaric | Isochoric | Adiabatic | Polytropic;

/** How far a process goes: exactly one ratio of its end to its start. */
export type Target = ToTemperature | ToVolume | ToPressure;

/** A target given in temperature. */
export interface ToTemperature {
  /** T_end / T_start, greater than 0. */
  readonly temperatureRatio: number;
  /** Not beside another ratio. */
  readonly volumeRatio?: never;
  /** Not beside another ratio. */
  readonly pressureRatio?: never;
}

/** A target given in volume. */
export interface ToVolume {
  /** V_end / V_start, greater than 0. */
  readonly volumeRatio: number;
  /** Not beside another ratio. */
  readonly temperatureRatio?: never;
  /** Not beside another ratio. */
  readonly pressureRatio?: never;
}

/** A target given in pressure. */
export interface ToPressure {
  /** p_end / p_start, greater than 0. */
  readonly pressureRatio: number;
  /** Not beside another ratio. */
  readonly temperatureRatio?: never;
  /** Not beside another ratio. */
  readonly volumeRatio?: never;
}

/** The index gamma = 1 + R / C_V of the gas that undergoes a process: it decides the heat, in an adiabat the path. */
export interface OfGas {
  /** gamma, greater than 1. */
  readonly adiabaticIndex: number;
}

/** What tells the processes apart. */
export interface OfKind<Kind extends string> {
  /** The name of the process. */
  readonly kind: Kind;
}

/** T held. */
export type Isothermal = OfKind<'isothermal'> & Target;

/** p held. */
export type Isobaric = OfKind<'isobaric'> & OfGas & Target;

/** V held. */
export type Isochoric = OfKind<'isochoric'> & OfGas & Target;

/** S held: T V^(gamma - 1) and p V^gamma are constant. */
export type Adiabatic = OfKind<'adiabatic'> & OfGas & Target;

/** p V^n held: n = 0 is isobaric, 1 isothermal, gamma adiabatic, Infinity isochoric. */
export type Polytropic = OfKind<'polytropic'> & {
  /** n, any number; Infinity holds the volume, but does not survive JSON: take isochoric where that matters. */
  readonly polytropicIndex: number;
} & OfGas &
  Target;
