import * as tf from '@tensorflow/tfjs';
import type { NumberOrSchedule, Stage } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import type { Reading } from '../optimizer/reading.js';

/**
 * Whether an optimizer's weights have a temperature: those of tf.train.sgd and momentum do, whose steps are sums of gradients. An
 * adaptive optimizer weighs its gradients by their own past, and no formula for its temperature has stood the test.
 */
export function hasTemperature(optimizer: tf.Optimizer): boolean {
  return optimizer.constructor === tf.SGDOptimizer || isMomentumOfGas(optimizer);
}

/** Whether an optimizer's momentum is a of the gas, by which every gradient enters the weights with total weight 1 / (1 - a). */
export function isMomentumOfGas(optimizer: tf.Optimizer): boolean {
  return optimizer.constructor === tf.MomentumOptimizer;
}

/** a of the gas: as given or, by default, tf.train.momentum's own; 0 for all other optimizers. */
export function gasMomentum(optimizer: tf.Optimizer, given: NumberOrSchedule | undefined): NumberOrSchedule {
  return isMomentumOfGas(optimizer) ? (given ?? (optimizer as unknown as { momentum: number }).momentum) : 0;
}

/** A reading of an optimizer that has no temperature. */
export function withoutTemperature({ whole, groups, members }: Reading): Reading {
  return {
    whole: { ...whole, hasTemperature: false },
    groups: groups.map((group) => ({ ...group, hasTemperature: false })),
    members,
  };
}

/**
 * Refuses stages that steer by a measured temperature.
 * @throws ThermoError with a stage to take instead.
 */
export function requireNoTemperature(process: readonly Stage[], className: string): void {
  const stage = process.find(({ config }) => steersByTemperature(config));
  if (stage === undefined) return;
  throw new ThermoError(
    `${stage.name} steers by a temperature, which ${className} has none of: pass hold(...), quench(...) or along(...) with drive 'piston' or 'quasiStatic', or thermalize sgd or momentum`,
  );
}

function steersByTemperature(config: Stage['config']): boolean {
  switch (config.stage) {
    case 'hold':
    case 'quench':
      return false;
    case 'along':
      return config['drive'] === 'feedForward';
    default:
      return true;
  }
}
