import type { Columns } from './columns.js';
import type { Gather } from './gather.js';

/** A run in a picture. */
export interface DrawnRun {
  readonly name: string;
  readonly columns: Columns;
  readonly gather: Gather;
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
  /** The stretch of steps, or of seconds since each run's first point, that is looked at; null is all. */
  readonly zoom: readonly [number, number] | null;
}
