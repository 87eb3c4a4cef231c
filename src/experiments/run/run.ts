import type { TellFailure } from '../../control/index.js';
import type { Recorder } from '../../recorders/node.js';
import type { RunConfig } from './runConfig.js';
import type { RunEnd } from './runStatus.js';
import type { RunSummary } from './runSummary.js';

/** A run folder that this process writes, and no other. */
export interface Run {
  readonly folder: string;
  readonly config: RunConfig;
  /** What the user should be told about the folder's past, a line each, such as a lock taken over. */
  readonly notes: readonly string[];
  /** Writes points.jsonl and points.csv, each point with its time in Unix seconds. `end` closes it. */
  readonly recorder: Recorder;
  /** Told of what fails and stops no run, here and where else the run is recorded: a cause they share is told once. */
  readonly tell: TellFailure;
  /**
   * Saves the state at a step, whole or not at all; the last two are kept. Every point recorded before it is made to
   * last as long as the checkpoint.
   */
  saveCheckpoint(step: number, files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Writes summary.json. */
  writeSummary(summary: RunSummary): void;
  /**
   * Closes the recorder, writes how the run ended and lets go of the folder. A run ends once: later calls do nothing.
   *
   * @param reason why, for a run that was interrupted or failed
   */
  end(state: RunEnd, reason?: string): void;
}
