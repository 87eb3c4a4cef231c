import type { Palette } from '../../figure/index.js';
import type { RunDescription } from '../feed/message.js';
import type { PointColumns } from '../table/index.js';

/** A run as a panel shows it. */
export interface ShownRun {
  readonly description: RunDescription;
  readonly generation: string;
  readonly table: PointColumns;
  /** Its place in the list of colours. */
  readonly colour: number;
  readonly isShown: boolean;
}

/** What the user has chosen to see. */
export interface Choices {
  readonly against: 'step' | 'time';
  readonly scale: 'linear' | 'log';
  /** Decay of the average over points, in [0, 1). */
  readonly smoothing: number;
  /** The stretch that is looked at; null is all. */
  readonly window: readonly [number, number] | null;
  readonly isPaused: boolean;
}

/** What everything in a panel is drawn from. */
export interface View {
  /** In the order they came. */
  readonly runs: readonly ShownRun[];
  readonly choices: Choices;
  readonly colours: Palette;
}
