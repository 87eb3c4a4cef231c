import { requireCount, requireKnownNames } from '../../error.js';
import { relaxationRate } from '../../physics/index.js';
import { controller } from '../controller.js';
import { measurementOf, pointOf } from '../measurement.js';
import type { Point } from '../recorder.js';
import type { ControlSettings } from '../settings.js';
import type { Stage } from '../stages/index.js';
import { meanFieldGas, type GasConstants } from './meanFieldGas.js';
import type { PlanPhase } from './planPhase.js';
import type { PlanWarning } from './warning.js';
import { warningsOf } from './warningsOf.js';

/** A run to be planned: the settings and stages an optimizer would get, and what is known of the gas. */
export interface PlanOptions {
  readonly settings: ControlSettings;
  readonly process?: readonly Stage[];
  readonly gas: GasConstants;
  /** Steps at most; the plan ends with its process. */
  readonly steps: number;
  /** Steps between readings; default 20. */
  readonly every?: number;
}

/** What a run will do, if the noise stays what it is. */
export interface Plan {
  /** The points that a recorder would be given. */
  readonly points: readonly Point[];
  readonly phases: readonly PlanPhase[];
  readonly warnings: readonly PlanWarning[];
  /** The step by which the process has ended; null when it does not within the steps. */
  readonly ended: number | null;
}

/**
 * What a run will do before it is run: T, p, V, learning rate and weight decay at each reading, from the very controller
 * that will drive it and the law of the mean radius, with the second moment and noise held at what is given.
 *
 * @throws ThermoError for settings that are refused, or a radius that overflows.
 */
export function plan(options: PlanOptions): Plan {
  requireKnownNames('plan', options, ['settings', 'process', 'gas', 'steps', 'every']);
  const { settings, process = [], steps, every = 20 } = options;
  requireCount('steps of plan', steps);
  requireCount('every of plan', every);
  const driven = controller(settings, process);
  const gas = meanFieldGas(options.gas);
  const points: Point[] = [];
  const phases: PlanPhase[] = [];
  let step = 0;
  for (; step < steps && !driven.endedBy(step); step += 1) {
    const { control, phase } = driven.next(step);
    const rate = relaxationRate(control, gas.squaredRadius / 2);
    const relaxationTime = rate > 0 ? 1 / rate : Infinity;
    const last = phases.at(-1);
    if (last?.name !== phase) phases.push({ name: phase, from: step, to: step + 1, relaxationTime });
    else {
      const longest = Math.max(last.relaxationTime, relaxationTime);
      phases[phases.length - 1] = { ...last, to: step + 1, relaxationTime: longest };
    }
    gas.step(control);
    if ((step + 1) % every === 0) {
      const observation = gas.read(control);
      points.push(pointOf(measurementOf(observation, null), phase));
      driven.observe(observation);
    }
  }
  const ended = driven.endedBy(step) ? step : null;
  return { points, phases, ended, warnings: warningsOf({ points, phases, ended, steps, process }) };
}
