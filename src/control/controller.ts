import type { Control } from './control.js';
import { requireNonNegative, ThermoError } from '../error.js';
import type { Observation } from './observation.js';
import { withRate } from './regulators/withRate.js';
import { restoredSettings, settle, type ControlSettings } from './settings.js';
import { requireStages } from './stages/requireStages.js';
import { shownObservations } from './stages/stage.js';
import { stageFrom, type Stage, type StageConfig, type StageRun, type StageStart } from './stages/index.js';

/** Turns settings and stages into the control of each step. The bodies obey a controller and nothing else. */
export interface Controller {
  /**
   * What every rate is multiplied by, at least 0: 1 unless something outside has turned it, such as a callback on a plateau.
   * Setting it throws where there are stages, which lead the rate themselves.
   */
  rateFactor: number;
  /** The control of the step after `step` steps, and the phase it belongs to. Steps are asked for in their order. */
  next(step: number): { readonly control: Control; readonly phase: string };
  /** Takes a measurement into account from the next step on. */
  observe(observation: Observation): void;
  /** Whether every stage has ended before the step after `step` steps; settings without stages never end. */
  endedBy(step: number): boolean;
  /** Everything that a resumed run needs, as plain JSON. @throws ThermoError where a setting is a plain function. */
  save(): SavedController;
}

/** A controller as plain JSON: what it was made of and where it stands. */
export interface SavedController {
  readonly settings: ReturnType<ReturnType<typeof settle>['save']>;
  readonly stages: readonly StageConfig[];
  readonly stage: number;
  readonly start: StageStart | null;
  readonly observations: readonly Observation[];
  readonly newest: Observation | null;
  readonly rateFactor: number;
}

/**
 * The controller of settings that hold until the end or, with stages, are the start from which the stages go on. After the
 * last stage its last control is held.
 *
 * @throws ThermoError for settings that are refused (see `settle`), or stages that are no array of stages.
 */
export function controller(settings: ControlSettings, stages: readonly Stage[] = []): Controller {
  requireStages(stages);
  return resume(settings, stages, null);
}

/** The controller that `save` saved, where it stood. */
export function controllerFrom(saved: SavedController): Controller {
  return resume(restoredSettings(saved.settings), saved.stages.map(stageFrom), saved);
}

function resume(
  settings: ControlSettings,
  stages: readonly Stage[],
  saved: SavedController | null,
): Controller {
  const settled = settle(settings);
  let stage = saved?.stage ?? -1;
  let start: StageStart | null = saved?.start ?? null;
  let observations: readonly Observation[] = saved?.observations ?? [];
  let newest: Observation | null = saved?.newest ?? null;
  let rateFactor = saved?.rateFactor ?? 1;
  let run: StageRun | null = start === null ? null : (stages[stage]?.begin(start) ?? null);

  /** Whether the leg under way is to be left before `step`; one that hands on a measured radius waits for its reading. */
  const isOver = (step: number, here: StageStart): boolean => {
    if (run === null || !run.ended(step - here.step, observations)) return false;
    const waits = run.endRadius === null && stages[stage + 1]?.startsFromRadius === true && newest !== null;
    return !waits || newest?.step === step;
  };

  /** Goes on to the first stage that has not ended; past the last one only its end is held. */
  const advance = (step: number): StageStart => {
    let here = start;
    while (here === null || isOver(step, here)) {
      const next: StageStart = {
        step,
        control: run === null ? settled.at(step) : run.end(observations),
        observation: newest,
        radius: run?.endRadius ?? null,
      };
      const begun: StageRun | null = stages[stage + 1]?.begin(next) ?? null;
      stage += 1;
      run = begun;
      here = next;
      start = next;
      observations = [];
    }
    return here;
  };

  return {
    get rateFactor() {
      return rateFactor;
    },
    set rateFactor(factor) {
      if (stages.length > 0) {
        throw new ThermoError(
          `the optimizer follows a process, which leads its rate: leave out the process (${stages.map(({ name }) => name).join(', ')}), or the callback that turns the rate too`,
        );
      }
      rateFactor = requireNonNegative('rateFactor', factor);
    },
    next(step) {
      if (stages.length === 0) return { control: withRate(settled.at(step), rateFactor), phase: 'hold' };
      const here = advance(step);
      return {
        control: run === null ? here.control : run.control(step - here.step, observations),
        phase: stages[stage]?.name ?? 'hold',
      };
    },
    observe(observation) {
      newest = observation;
      // A window that reaches back into the leg before speaks of both.
      if (start !== null && observation.step - observation.window < start.step) return;
      const keep = stages[stage]?.keep ?? lastObservations;
      observations = keep(observations, observation);
    },
    endedBy(step) {
      if (stages.length === 0) return false;
      advance(step);
      return stage >= stages.length;
    },
    save: () => ({
      settings: settled.save(),
      stages: stages.map(({ config }) => config),
      stage,
      start,
      observations: stages.length === 0 ? [] : observations,
      newest: stages.length === 0 ? null : newest,
      rateFactor,
    }),
  };
}

function lastObservations(kept: readonly Observation[], newest: Observation): readonly Observation[] {
  return [...kept, newest].slice(-shownObservations);
}
