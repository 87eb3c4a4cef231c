import type { Palette } from '../../figure/index.js';
import type { Shown } from '../../pictures/shown.js';
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
export interface Choices extends Omit<Shown, 'runs'> {
  readonly isPaused: boolean;
}

/** What everything in a panel is drawn from. */
export interface View {
  /** In the order they came. */
  readonly runs: readonly ShownRun[];
  readonly choices: Choices;
  readonly colours: Palette;
}
