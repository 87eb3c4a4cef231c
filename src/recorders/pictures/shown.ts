import type { Columns } from './columns.js';

/** A run in a picture. */
export interface DrawnRun {
  readonly name: string;
  readonly columns: Columns;
  /** Its place in the list of colours. */
  readonly colour: number;
}

/** What is drawn of which runs, and how. */
export interface Shown {
  readonly runs: readonly DrawnRun[];
  readonly against: 'step' | 'time';
  readonly scale: 'linear' | 'log';
  /** Decay of the average over points, in [0, 1). */
  readonly smoothing: number;
  /** The stretch of steps, or of seconds since each run's first point. */
  readonly window: readonly [number, number];
}
