import type { Point } from '../../control/index.js';

/** What a report is made of. */
export interface ReportContent {
  /** What the run is, such as "train". */
  readonly name: string;
  readonly state: 'running' | 'finished' | 'interrupted' | 'failed';
  /** Why it was interrupted or failed; else null. */
  readonly reason: string | null;
  /** Results and circumstances by name; `testAccuracy` and `durationSeconds` are shown in words. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, unknown>>;
  /** In the order of their steps. */
  readonly points: readonly Point[];
  /** What the reader should know about the run's files, a line each. */
  readonly notes: readonly string[];
}
