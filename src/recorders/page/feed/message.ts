import type { Alert } from '../../alerts/alert.js';

/** What a viewer is told of a run, beside its points. */
export interface RunDescription {
  /** Tells it from the other runs; the same when the server is started again. */
  readonly id: string;
  readonly name: string;
  readonly state: 'running' | 'finished' | 'interrupted' | 'failed';
  /** Why it was interrupted or failed; else null. */
  readonly reason: string | null;
  /** The step at which it ends at the latest; null when not known. */
  readonly total: number | null;
  /** The newest alerts, oldest first. */
  readonly alerts: readonly Alert[];
}

/** The event `points`: more points of a run, or the first ones when the generation is another than before. */
export interface PointsMessage {
  readonly run: string;
  /** Changes when the points begin anew, as after a run was resumed at an earlier step. */
  readonly generation: string;
  readonly count: number;
  /** Columns of numbers as little-endian doubles in base64; NaN stands for no value. */
  readonly numbers: readonly (readonly [name: string, base64: string])[];
  readonly texts: readonly (readonly [name: string, column: readonly (string | null)[]])[];
}
