/** The names of the pacings, by which they are saved and asked for. */
export type PacingName = 'linear' | 'geometric' | 'cosine' | 'constantThermodynamicSpeed';

/** How a run passes from one value (most often a temperature) to another in the time it has. */
export interface Pacing {
  /** The name it is saved under. */
  readonly name: PacingName;
  /**
   * The value at a fraction of the time. Exactly `from` at 0 and `to` at 1, never turning back between them.
   *
   * @throws ThermoError when the fraction is outside [0, 1] or an end is not allowed for this pacing.
   */
  readonly at: (fraction: number, from: number, to: number) => number;
}
