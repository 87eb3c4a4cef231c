import { match } from 'ts-pattern';
import { requireCount, ThermoError } from '../../error.js';
import { feedForwardWeightDecay, pacingNamed, pathOf, type PacingName, type Process } from '../../physics/index.js';
import type { Control } from '../control.js';
import type { Stage } from './stage.js';

/** How a process is gone along. */
export interface AlongOptions {
  /** Steps from start to end; at least 1. */
  readonly steps: number;
  /** How the way is spread over the steps; default geometric. */
  readonly pacing?: PacingName;
  /**
   * What sets the weight decay where the protocol has one.
   *
   * - `feedForward` (default): the decay that makes the volume follow the path in step, from the newest measured second
   *   moment; negative where the gas must expand faster than its noise drives it.
   * - `quasiStatic`: the path's own equilibrium pressure. The volume follows only if the steps are many relaxation times.
   */
  readonly drive?: 'feedForward' | 'quasiStatic';
  /** Default the process's kind. */
  readonly name?: string;
}

/**
 * Goes along a thermodynamic process from the state it finds.
 *
 * The path is taken relative to that state, with the noise held to be constant on the way: eta_eff follows T, lambda
 * follows p or the volume's feed-forward, and on a sphere the radius follows V. What T really did is the monitor's to say.
 *
 * @throws ThermoError on beginning with feed-forward before any observation was made.
 */
export function along(process: Process, options: AlongOptions): Stage {
  const { steps, pacing = 'geometric', drive = 'feedForward', name = process.kind } = options;
  requireCount(`steps of ${process.kind}`, steps);
  const ratios = pacedRatios(process, pacing, steps);

  return {
    name,
    config: { stage: 'along', process, steps, pacing, drive, name },
    begin: ({ control: base, observation }) => {
      if (base.protocol !== 'fixedSphere' && drive === 'feedForward' && observation === null) {
        throw new ThermoError(
          `${process.kind} has no measured state to start from: put equilibrate() or hold() before it and let a monitor read the optimizer`,
        );
      }
      /** The control that holds the state at `now` on the path in equilibrium. */
      const holding = (now: Ratios): Control =>
        match(base)
          .returnType<Control>()
          .with({ protocol: 'fixedLearningRate' }, (control) => ({
            ...control,
            learningRate: control.learningRate * now.temperature * now.volume,
            weightDecay: control.weightDecay * now.pressure,
          }))
          .with({ protocol: 'fixedEffectiveLearningRate' }, (control) => ({
            ...control,
            effectiveLearningRate: control.effectiveLearningRate * now.temperature,
            weightDecay: control.weightDecay * now.pressure,
          }))
          .with({ protocol: 'fixedSphere' }, (control) => ({
            ...control,
            effectiveLearningRate: control.effectiveLearningRate * now.temperature,
            radius: control.radius * Math.sqrt(now.volume),
          }))
          .exhaustive();

      /** The same, moving: with the decay that takes the volume to its next value on the path. */
      const moving = (now: Ratios, next: Ratios, secondMoment: number, radius: number): Control => {
        const held = holding(now);
        if (held.protocol === 'fixedSphere') return holding(next);
        const squaredRadius = radius ** 2 * now.volume;
        const weightDecay = feedForwardWeightDecay({
          effectiveLearningRate:
            held.protocol === 'fixedLearningRate' ? held.learningRate / squaredRadius : held.effectiveLearningRate,
          momentum: held.momentum,
          secondMoment,
          squaredRadius,
          logVolumeRate: Math.log(next.volume / now.volume),
        });
        return { ...held, weightDecay };
      };

      return {
        end: holding(ratios(steps)),
        ended: (elapsed) => elapsed >= steps,
        control: (elapsed, observations) => {
          if (drive === 'quasiStatic') return holding(ratios(elapsed));
          const newest = observations.at(-1) ?? observation;
          return moving(ratios(elapsed), ratios(elapsed + 1), newest?.secondMoment ?? 0, observation?.radius ?? 0);
        },
      };
    },
  };
}

/** T, p and V as ratios to those at the start. */
interface Ratios {
  readonly temperature: number;
  readonly pressure: number;
  readonly volume: number;
}

/** T, p and V after `elapsed` steps of a process. */
function pacedRatios(
  process: Process,
  pacing: PacingName,
  steps: number,
): (elapsed: number) => Ratios {
  const pace = pacingNamed(pacing);
  const path = pathOf(process, { temperature: 1, pressure: 1, volume: 1 });
  // A path's progress is the share of its logarithmic way, a pacing speaks of values: of T, or of V where T is held.
  const end = path.end.temperature === 1 ? path.end.volume : path.end.temperature;
  return (elapsed) => {
    const fraction = Math.min(Math.max(elapsed / steps, 0), 1);
    return path.at(end === 1 ? fraction : Math.log(pace.at(fraction, 1, end)) / Math.log(end));
  };
}
