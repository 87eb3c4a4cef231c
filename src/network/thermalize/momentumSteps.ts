import type * as tf from '@tensorflow/tfjs';
import {
  savedSetting,
  type Control,
  type NumberOrSchedule,
  type ScheduleConfig,
} from '../../control/index.js';
import { valueAt } from '../../control/schedules/valueAt.js';
import { requireBelowOne } from '../../error.js';
import { ownMomentum } from './ownMomentum.js';
import { isMomentumOfGas } from './temperature.js';

/** How an optimizer's steps come by their momentum. */
export interface MomentumSteps {
  /** Has the optimizer take the step after `step` steps, which obeys a control. */
  take(step: number, control: Control, takeStep: () => void): void;
  /** The option as it is saved; nothing where none was given. @throws ThermoError for a plain function. */
  save(): { readonly momentum?: number | ScheduleConfig };
}

/**
 * Steps with the momentum that is given: that of tf.train.momentum is the gas's own and part of its control, that of other
 * optimizers is no matter of the gas and follows its schedule by itself.
 *
 * @throws ThermoError where the optimizer has none, or for a number that is out of range, a schedule's at its first step.
 */
export function momentumSteps(optimizer: tf.Optimizer, given: NumberOrSchedule | undefined): MomentumSteps {
  const save = (): ReturnType<MomentumSteps['save']> =>
    given === undefined ? {} : { momentum: savedSetting('momentum', given) };
  if (isMomentumOfGas(optimizer)) {
    const own = ownMomentum(optimizer);
    return { take: (_, { momentum }, takeStep) => own.stepAt(momentum, takeStep), save };
  }
  if (given === undefined) return { take: (_step, _control, takeStep) => takeStep(), save };
  const at = (step: number): number => requireBelowOne('momentum', valueAt(given, step));
  at(0);
  const own = ownMomentum(optimizer);
  return { take: (step, _, takeStep) => own.stepAt(at(step), takeStep), save };
}
