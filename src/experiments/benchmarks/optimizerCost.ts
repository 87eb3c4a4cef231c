import { requireCount } from '../../error.js';
import { applyCost } from './applyCost.js';
import type { PairedRatio } from './pairedRatio.js';
import { stepCost } from './stepCost.js';

/** What ThermoSGD costs, as ratios to tf.train.momentum in the same run. */
export interface OptimizerCost {
  /** A whole training step with ThermoSGD and a monitor at its default cadence, over one with tf.train.momentum. */
  readonly step: PairedRatio;
  /** applyGradients alone. */
  readonly apply: PairedRatio;
}

/** How long to measure. */
export interface OptimizerCostOptions {
  /** Pairs of fifty whole steps each; default 10. */
  readonly pairs?: number;
  /** Called after each pair with the share done. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Measures the cost of ThermoSGD (fixed effective learning rate, momentum 0.9, weight decay) against tf.train.momentum on a
 * CIFAR-sized ConvNet at batch 128, on the backend in use; medians of paired times, with their standard errors.
 *
 * @throws ThermoError when `pairs` is not a whole number of at least 2.
 */
export async function optimizerCost(options: OptimizerCostOptions = {}): Promise<OptimizerCost> {
  const pairs = requireCount('pairs', options.pairs ?? 10, 2);
  const apply = applyCost();
  return { apply, step: await stepCost(pairs, options.onProgress) };
}
