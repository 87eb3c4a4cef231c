/** T, p and V on a path as ratios to those at its start. */
export interface Ratios {
  readonly temperature: number;
  readonly pressure: number;
  readonly volume: number;
}

/** The ratios after `elapsed` steps; before 0 those of the start, past the end those of the end. */
export type PacedPath = (elapsed: number) => Ratios;
