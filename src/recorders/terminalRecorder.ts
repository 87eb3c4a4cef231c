import { requireCount } from '../error.js';
import { progressBar } from './terminal/progressBar.js';
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
 * Shows a run's progress: step, phase, T, V, Z, loss and the time left. On a terminal it is a bar that is drawn in
 * place; elsewhere plain lines, at most one in five seconds, without escape codes.
 *
 * @throws ThermoError when `total` is no count
 */
export function terminalRecorder({ total, stream = process.stderr }: TerminalOptions): Recorder {
  requireCount('total', total);
  return stream.isTTY ? progressBar(total, stream) : progressLines(total, stream);
}
