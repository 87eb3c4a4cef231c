import { match } from 'ts-pattern';
import { requireCount, requireKnownNames, ThermoError } from '../../error.js';
import { pacingNamed, pathOf, type PacingName, type Process } from '../../physics/index.js';
import type { Control } from '../control.js';
import type { Observation } from '../observation.js';
import { feedForward } from './feedForward.js';
import { piston } from './piston.js';
import { prescribedRadius } from './prescribedRadius.js';
import type { Ratios } from './ratios.js';
import type { Stage, StageStart } from './stage.js';

/** How a process is gone along. */
export interface AlongOptions {
  /** Steps from start to end; at least 1. */
  readonly steps: number;
  /** How the way is spread over the steps; default geometric. */
  readonly pacing?: PacingName;
  /**
   * How the volume is made to follow the path.
   *
   * - `piston` (default): the volume is prescribed, as on a sphere whose radius moves; the pressure is what the gas bears.
   * - `feedForward`: the weight decay that takes the measured volume along the path in step, from the newest second moment;
   *   negative where the gas must expand faster than its noise drives it.
   * - `quasiStatic`: the path's own equilibrium pressure. The volume follows only if the steps are many relaxation times.
   */
  readonly drive?: 'piston' | 'feedForward' | 'quasiStatic';
  /** Default the process's kind. */
  readonly name?: string;
}

const drives: readonly string[] = ['piston', 'feedForward', 'quasiStatic'];

/**
 * Goes along a thermodynamic process from the state it finds.
 *
 * The path is taken relative to that state, with the noise held to be constant on the way: eta_eff follows T, and V or p
 * follows the path as `drive` says. What T really did is the monitor's to say.
 *
 * @throws ThermoError on beginning before any observation was made, where the path starts from a measured volume.
 */
export function along(process: Process, options: AlongOptions): Stage {
  requireKnownNames('along', options, ['steps', 'pacing', 'drive', 'name', 'stage', 'process']);
  const { steps, pacing = 'geometric', drive = 'piston', name = process.kind } = options;
  requireCount(`steps of ${process.kind}`, steps);
  if (!drives.includes(drive)) {
    throw new ThermoError(`drive is ${JSON.stringify(drive)}: pass one of ${drives.join(', ')}`);
  }
  const ratios = pacedRatios(process, pacing, steps);

  return {
    name,
    startsFromRadius: drive !== 'quasiStatic',
    config: { stage: 'along', process: inJson(process), steps, pacing, drive, name },
    begin: (start) => {
      const holding = (elapsed: number): Control => scaled(start.control, ratios(elapsed));
      const control = match(start.control.protocol === 'fixedSphere' ? 'piston' : drive)
        .with('quasiStatic', () => holding)
        .with('piston', () => piston(start, startRadius(start, process), ratios))
        .with('feedForward', () =>
          feedForward(
            start,
            requireObserved(start.observation, process),
            startRadius(start, process),
            ratios,
          ),
        )
        .exhaustive();
      const last = control(steps - 1, []);
      return {
        control,
        ended: (elapsed) => elapsed >= steps,
        end: () => holding(steps),
        endRadius: prescribedRadius(last),
      };
    },
  };
}

/** JSON has no Infinity: the polytropic process that holds the volume is saved under its other name. */
function inJson(process: Process): Process {
  if (process.kind !== 'polytropic' || process.polytropicIndex !== Infinity) return process;
  const { polytropicIndex: _, kind: __, ...rest } = process;
  return { kind: 'isochoric', ...rest };
}

/** The control that holds, in equilibrium, the state at `ratios` from where `control` holds its own. */
function scaled(control: Control, ratios: Ratios): Control {
  return match(control)
    .returnType<Control>()
    .with({ protocol: 'fixedLearningRate' }, (held) => ({
      ...held,
      learningRate: held.learningRate * ratios.temperature * ratios.volume,
      weightDecay: held.weightDecay * ratios.pressure,
    }))
    .with({ protocol: 'fixedEffectiveLearningRate' }, (held) => ({
      ...held,
      effectiveLearningRate: held.effectiveLearningRate * ratios.temperature,
      weightDecay: held.weightDecay * ratios.pressure,
    }))
    .with({ protocol: 'fixedSphere' }, (held) => ({
      ...held,
      effectiveLearningRate: held.effectiveLearningRate * ratios.temperature,
      radius: held.radius * Math.sqrt(ratios.volume),
    }))
    .exhaustive();
}

/** The radius at the start: as the leg before or a sphere prescribes it, else as it was just read. */
function startRadius({ control, observation, radius }: StageStart, process: Process): number {
  return radius ?? prescribedRadius(control) ?? requireObserved(observation, process).radius;
}

function requireObserved(observation: Observation | null, process: Process): Observation {
  if (observation !== null) return observation;
  throw new ThermoError(
    `${process.kind} has no measured state to start from: put equilibrate() or hold() before it, and let a monitor read the optimizer while it lasts`,
  );
}

/** T, p and V after `elapsed` steps of a process. */
function pacedRatios(process: Process, pacing: PacingName, steps: number): (elapsed: number) => Ratios {
  const pace = pacingNamed(pacing);
  const path = pathOf(process, { temperature: 1, pressure: 1, volume: 1 });
  // A path's progress is the share of its logarithmic way, a pacing speaks of values: of T, or of V where T is held.
  const end = path.end.temperature === 1 ? path.end.volume : path.end.temperature;
  return (elapsed) => {
    const fraction = Math.min(Math.max(elapsed / steps, 0), 1);
    return path.at(end === 1 ? fraction : Math.log(pace.at(fraction, 1, end)) / Math.log(end));
  };
}
