import type { Recorder } from './recorder.js';
import { teeTelling } from './teeTelling.js';
import { tellFailures } from './tellFailures.js';

/**
 * One recorder that hands every point to each of the given ones, in their order. What one of them throws keeps no point from
 * the others and stops no training: it is told once, in one line, and that recorder is offered the next points all the same.
 * A disk that takes nothing is told of once for all recorders that write to it. Closing closes all, then throws the first
 * failure.
 */
export function teeRecorders(...recorders: readonly Recorder[]): Recorder {
  return teeTelling(tellFailures(), ...recorders);
}
