import type { Control } from '../control.js';
import type { Observation } from '../observation.js';

/** Observations that a stage is shown, at most, unless it keeps them by a rule of its own. */
export const shownObservations = 16;

/** Where a stage takes over: the step, the control in force, and the newest observation (null where none was made). */
export interface StageStart {
  readonly step: number;
  readonly control: Control;
  readonly observation: Observation | null;
  /** The radius where the leg before prescribed it; null where it has to be taken from the observation. */
  readonly radius: number | null;
}

/**
 * One leg of a run: what to do from where the last leg ended, and when to stop doing it.
 *
 * A stage keeps no state of its own: all it knows is its start, the steps since and the observations since, so a run
 * resumes wherever it was cut.
 */
export interface Stage {
  /** Shown as the phase of the run. */
  readonly name: string;
  /** True for a stage that takes up the radius it finds: it begins at a reading, so that the radius is the present one. */
  readonly startsFromRadius: boolean;
  /** What of the observations since it began the stage is shown, once the newest has come; default the last sixteen. */
  readonly keep?: (kept: readonly Observation[], newest: Observation) => readonly Observation[];
  /** What the stage is rebuilt from. */
  readonly config: StageConfig;
  /**
   * Takes over at `start`.
   * @throws ThermoError where the stage cannot begin there, naming the remedy.
   */
  begin(start: StageStart): StageRun;
}

/** A stage under way. `observations` are those made since it began, newest last, as far as the stage keeps them. */
export interface StageRun {
  /** The control of the step that is `elapsed` steps after the start. */
  control(elapsed: number, observations: readonly Observation[]): Control;
  /** Whether the stage is over before that step. */
  ended(elapsed: number, observations: readonly Observation[]): boolean;
  /** The control that holds the state the stage ends in, having seen `observations`: where the next stage starts. */
  end(observations: readonly Observation[]): Control;
  /** The radius it ends at where it prescribes one, else null. */
  readonly endRadius: number | null;
}

/** Plain JSON with the stage's name. */
export type StageConfig = { readonly stage: string } & Readonly<Record<string, unknown>>;
