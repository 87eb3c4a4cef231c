import { requireCount, requireKnownNames } from '../error.js';
import { isDrawable } from './terminal/isDrawable.js';
import { progressDisplay } from './terminal/progressDisplay.js';
import { progressLines } from './terminal/progressLines.js';
import type { Recorder } from '../control/index.js';

/** Where progress is shown and how far it goes. */
export interface TerminalOptions {
  /** The step at which the run ends, at least 1. */
  readonly total: number;
  /** process.stderr unless given. */
  readonly stream?: NodeJS.WriteStream;
}

/**
 * Shows a run's progress: step, phase, T with its standard error, V, Z, loss, learning rate, time left and, on a terminal, how
 * T went. On a terminal it is drawn in place below what the program prints meanwhile; elsewhere, and where TERM is "dumb", it
 * is plain lines, at most one in five seconds, without escape codes.
 *
 * @throws ThermoError when `total` is no count, or for an option that there is not
 */
export function terminalRecorder(options: TerminalOptions): Recorder {
  requireKnownNames('terminalRecorder', options, ['total', 'stream']);
  const { total, stream = process.stderr } = options;
  requireCount('total', total);
  return isDrawable(stream) ? progressDisplay(total, stream) : progressLines(total, stream);
}
